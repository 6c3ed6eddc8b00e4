//! A first rota: shift by shift, each duty to the person whose load it leaves smallest. Keeps every hard rule.

use super::facts::Before;
use super::objective::Load;
use super::problem::Problem;
use super::shift::Duty;
use super::state::State;
use crate::team::MemberId;

/// A fair first rota: pins, then (when re-planning) whatever of the published rota still can stay, then the rest in time order.
pub fn construct(problem: &Problem) -> State<'_> {
    let mut state = State::new(problem);
    if problem.priority().change_second {
        for duty in problem.duties() {
            if let Before::Person(person) = problem.before(duty)
                && state.holder(duty).is_none()
                && state.can_hold(person, duty)
            {
                state.give(duty, person);
            }
        }
    }
    fill(&mut state);
    state
}

/// Gives every unfilled duty that somebody can hold as things stand to the one whose load it leaves smallest.
pub fn fill(state: &mut State<'_>) {
    for duty in state.problem().duties() {
        if state.holder(duty).is_none()
            && let Some(person) = least_loaded(state, duty)
        {
            state.give(duty, person);
        }
    }
}

/// Of those who can hold `duty` the one whose load it leaves smallest; of equals the first in the team's order.
fn least_loaded(state: &State<'_>, duty: Duty) -> Option<MemberId> {
    let problem = state.problem();
    let able = problem.members().filter(|&person| state.can_hold(person, duty));
    able.min_by_key(|&person| {
        let now = state.load(person);
        Load { burden: now.burden + problem.burden(duty, person).unwrap_or_default(), ..now }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::rota::check::check;
    use crate::plan::rota::facts::{Limits, Priority};
    use crate::plan::rota::testing::{ANN, BO, daily, daily_facts, free, person, some_problem};

    #[test]
    fn loads_follow_capacity() {
        let people = vec![person("Ann", 1.0, 0, &[Some(60); 9]), person("Bo", 0.5, 0, &[Some(60); 9])];
        let problem = daily(9, people, 1, Limits::default());
        let state = construct(&problem);
        assert_eq!((state.held(ANN).len(), state.held(BO).len()), (6, 3));
    }

    #[test]
    fn replanning_starts_from_what_was_published() {
        let mut facts = daily_facts(4, vec![free("Ann", 4), free("Bo", 4)], 1, Limits::default());
        for duty in facts.duties() {
            facts.published(duty, Before::Person(BO));
        }
        let problem = Problem::new(facts);
        let second = Priority { change_second: true, ..problem.priority() };
        assert_eq!(construct(&problem).held(BO).len(), 2);
        assert_eq!(construct(&problem.with_priority(second)).held(BO).len(), 4);
    }

    proptest! {
        #[test]
        fn a_first_rota_keeps_every_rule_and_leaves_nothing_that_somebody_could_hold(problem in some_problem(20, 4)) {
            let state = construct(&problem);
            prop_assert_eq!(check(&problem, &state.roster()), vec![]);
            for duty in state.roster().unfilled(&problem) {
                prop_assert!(problem.members().all(|person| !state.can_hold(person, duty)));
            }
        }
    }
}
