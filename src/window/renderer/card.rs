//! Whether there is a graphics card that is worth taking.

use std::sync::OnceLock;

use iced_renderer::wgpu::wgpu::{Backends, DeviceType, Instance, InstanceDescriptor};

/// Processors that pretend to be cards: they draw slower than our own renderer and take several times its memory.
const PRETENDERS: [&str; 4] = ["llvmpipe", "lavapipe", "softpipe", "swiftshader"];

/// The name of the machine's graphics card, if it has a real one. It is looked for once.
pub fn found() -> Option<&'static str> {
    static FOUND: OnceLock<Option<String>> = OnceLock::new();
    FOUND
        .get_or_init(|| {
            let instance = Instance::new(&InstanceDescriptor::default());
            let adapters = instance.enumerate_adapters(Backends::all());
            let cards = adapters.iter().map(iced_renderer::wgpu::wgpu::Adapter::get_info);
            cards.filter(|info| is_real(&info.name, info.device_type)).map(|info| info.name).next()
        })
        .as_deref()
}

/// Whether an adapter is a card and no processor. Adapters of OpenGL do not say what they are, but by their names.
fn is_real(name: &str, kind: DeviceType) -> bool {
    let name = name.to_lowercase();
    kind != DeviceType::Cpu && !PRETENDERS.iter().any(|pretender| name.contains(pretender))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn processors_are_no_cards_whatever_they_call_themselves() {
        assert!(is_real("AMD Radeon RX 7600 (RADV NAVI33)", DeviceType::DiscreteGpu));
        assert!(is_real("Mesa Intel(R) UHD Graphics 620 (KBL GT2)", DeviceType::Other));
        assert!(!is_real("llvmpipe (LLVM 15.0.6, 256 bits)", DeviceType::Other));
        assert!(!is_real("llvmpipe (LLVM 15.0.6, 256 bits)", DeviceType::Cpu));
        assert!(!is_real("SwiftShader Device (Subzero)", DeviceType::Cpu));
    }
}
