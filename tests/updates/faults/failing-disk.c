// A disk that fails at a chosen write: a library that is loaded before a program, and stands between it and the real disk.
//
// BALIE_FAILING_FOLDER: only what lies in this folder fails. BALIE_FAILING_DISK: a file with four 64-bit numbers, which the program
// may change while it runs: how many writes were seen, the first that fails, the last that fails, and with which errno. A write is
// whatever changes the disk: a file that is made, bytes, a sync, a new name, a removal. On a full disk (ENOSPC) what takes no blocks
// goes on, an empty file too, and the first write takes half of its bytes, as real disks do.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

struct control {
  _Atomic int64_t seen, first, last, error;
};
static struct control *control;
static const char *folder;

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("BALIE_FAILING_DISK");
  folder = getenv("BALIE_FAILING_FOLDER");
  if (file == NULL || folder == NULL) return;
  int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  int fd = real(file, O_RDWR);
  void *at = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (at == MAP_FAILED) abort();
  control = at;
}

static int within(const char *path) { return control != NULL && strncmp(path, folder, strlen(folder)) == 0; }

static int is_ours(int fd) {
  char link[32], path[4096];
  if (control == NULL) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return within(path);
}

enum kind { TAKES_ROOM, TAKES_NONE };

/** 0: goes on. 1: fails, and errno says why. 2: takes a part of what is written. */
static int fails(enum kind kind) {
  if (kind == TAKES_NONE && control->error == ENOSPC) return 0;
  int64_t number = ++control->seen;
  if (number < control->first || number > control->last) return 0;
  errno = (int)control->error;
  return errno == ENOSPC && number == control->first ? 2 : 1;
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int opens(const char *path, int flags) {
  if (!within(path) || (flags & (O_WRONLY | O_RDWR | O_CREAT)) == 0) return 0;
  return fails(TAKES_NONE);
}

#define OPEN(name)                                    \
  int name(const char *path, int flags, ...) {        \
    va_list more;                                     \
    va_start(more, flags);                            \
    mode_t mode = va_arg(more, mode_t);               \
    va_end(more);                                     \
    REAL(name);                                       \
    if (opens(path, flags)) return -1;                \
    return real(path, flags, mode);                   \
  }
OPEN(open)
OPEN(open64)

#define WRITE(name, parameters, arguments, half)      \
  ssize_t name parameters {                           \
    REAL(name);                                       \
    if (is_ours(fd)) {                                \
      int failed = fails(TAKES_ROOM);                 \
      if (failed == 2 && size > 1) return half;       \
      if (failed) return -1;                          \
    }                                                 \
    return real arguments;                            \
  }
WRITE(write, (int fd, const void *bytes, size_t size), (fd, bytes, size), real(fd, bytes, size / 2))
WRITE(pwrite, (int fd, const void *bytes, size_t size, off_t at), (fd, bytes, size, at), real(fd, bytes, size / 2, at))
WRITE(pwrite64, (int fd, const void *bytes, size_t size, off64_t at), (fd, bytes, size, at), real(fd, bytes, size / 2, at))
WRITE(writev, (int fd, const struct iovec *bytes, int size), (fd, bytes, size), real(fd, bytes, size / 2))
WRITE(pwritev, (int fd, const struct iovec *bytes, int size, off_t at), (fd, bytes, size, at), real(fd, bytes, size / 2, at))
WRITE(pwritev64, (int fd, const struct iovec *bytes, int size, off64_t at), (fd, bytes, size, at), real(fd, bytes, size / 2, at))

#define CHANGE(name, kind, ours, parameters, arguments) \
  int name parameters {                                 \
    REAL(name);                                         \
    if (ours && fails(kind)) return -1;                 \
    return real arguments;                              \
  }
CHANGE(fsync, TAKES_NONE, is_ours(fd), (int fd), (fd))
CHANGE(fdatasync, TAKES_NONE, is_ours(fd), (int fd), (fd))
CHANGE(ftruncate, TAKES_NONE, is_ours(fd), (int fd, off_t size), (fd, size))
CHANGE(ftruncate64, TAKES_NONE, is_ours(fd), (int fd, off64_t size), (fd, size))
CHANGE(mkdir, TAKES_ROOM, within(path), (const char *path, mode_t mode), (path, mode))
CHANGE(rename, TAKES_ROOM, within(from), (const char *from, const char *to), (from, to))
CHANGE(unlink, TAKES_NONE, within(path), (const char *path), (path))
