/* A disk that never answers: whatever is asked of files below the folders in DEAD_DISK, with colons between them, waits for ever. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void ask(const char *path) {
    const char *dead = getenv("DEAD_DISK");
    while (path && dead && *dead) {
        size_t length = strcspn(dead, ":");
        if (strncmp(path, dead, length) == 0)
            for (;;)
                pause();
        dead += length + (dead[length] == ':');
    }
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static mode_t mode_of(int flags, va_list more) {
    return flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
}

#define OPEN(name)                                   \
    int name(const char *path, int flags, ...) {     \
        va_list more;                                \
        va_start(more, flags);                       \
        mode_t mode = mode_of(flags, more);          \
        va_end(more);                                \
        ask(path);                                   \
        return REAL(name)(path, flags, mode);        \
    }

OPEN(open)
OPEN(open64)

int statx(int folder, const char *restrict path, int flags, unsigned mask, struct statx *restrict about) {
    ask(path);
    return REAL(statx)(folder, path, flags, mask, about);
}

DIR *opendir(const char *path) {
    ask(path);
    return REAL(opendir)(path);
}

int mkdir(const char *path, mode_t mode) {
    ask(path);
    return REAL(mkdir)(path, mode);
}

int unlink(const char *path) {
    ask(path);
    return REAL(unlink)(path);
}

char *realpath(const char *restrict path, char *restrict found) {
    ask(path);
    return REAL(realpath)(path, found);
}
