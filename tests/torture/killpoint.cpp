// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Preloaded into a program of ours by tests/torture (LD_PRELOAD, Linux), which knows nothing of it: every call by which
// it writes goes through here, and at the one that was planned (killplan.h) the program dies by SIGKILL: before it,
// after half of it, or after it.

#include "tests/torture/killplan.h"

#include <cstdarg>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

using killplan::End;
using killplan::fileAt;

/// A call that can't be done by half has not begun.
template <class Whole, class Half>
auto pass(const char *kind, const std::optional<std::string> &file, Whole whole, Half half)
{
    const End end = file ? killplan::endAt(kind, *file) : End::None;
    if (end == End::None) return whole();
    if (end == End::After) whole();
    if (end == End::Half) half();
    killplan::die();
}

template <class Whole> auto pass(const char *kind, const std::optional<std::string> &file, Whole whole)
{
    return pass(kind, file, whole, [] { });
}

template <class Function> Function nextOf(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

bool hasMode(int flags) { return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE; }

/// A file that is there already is not made: opening it leaves everything as it is.
std::optional<std::string> makes(const char *path, int flags)
{
    return (flags & O_CREAT) != 0 && access(path, F_OK) != 0 ? fileAt(path) : std::nullopt;
}

} // namespace

#define NEXT(name) static const auto next = nextOf<decltype(&(name))>(#name)

extern "C" {

ssize_t write(int fd, const void *data, size_t size)
{
    NEXT(write);
    return pass("write", fileAt(fd), [=] { return next(fd, data, size); }, [=] { next(fd, data, size / 2); });
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t at)
{
    NEXT(pwrite);
    return pass("write", fileAt(fd), [=] { return next(fd, data, size, at); }, [=] { next(fd, data, size / 2, at); });
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at)
{
    NEXT(pwrite64);
    return pass("write", fileAt(fd), [=] { return next(fd, data, size, at); }, [=] { next(fd, data, size / 2, at); });
}

ssize_t writev(int fd, const iovec *parts, int count)
{
    NEXT(writev);
    return pass("write", fileAt(fd), [=] { return next(fd, parts, count); }, [=] { next(fd, parts, count / 2); });
}

ssize_t send(int fd, const void *data, size_t size, int flags)
{
    NEXT(send);
    return pass(
        "write", fileAt(fd), [=] { return next(fd, data, size, flags); }, [=] { next(fd, data, size / 2, flags); });
}

ssize_t sendmsg(int fd, const msghdr *message, int flags)
{
    NEXT(sendmsg);
    return pass("write", fileAt(fd), [=] { return next(fd, message, flags); });
}

int fsync(int fd)
{
    NEXT(fsync);
    return pass("sync", fileAt(fd), [=] { return next(fd); });
}

int fdatasync(int fd)
{
    NEXT(fdatasync);
    return pass("sync", fileAt(fd), [=] { return next(fd); });
}

int ftruncate(int fd, off_t size)
{
    NEXT(ftruncate);
    return pass("truncate", fileAt(fd), [=] { return next(fd, size); });
}

int ftruncate64(int fd, off64_t size)
{
    NEXT(ftruncate64);
    return pass("truncate", fileAt(fd), [=] { return next(fd, size); });
}

int rename(const char *from, const char *to)
{
    NEXT(rename);
    return pass("rename", fileAt(to), [=] { return next(from, to); });
}

int renameat2(int fromAt, const char *from, int toAt, const char *to, unsigned flags)
{
    NEXT(renameat2);
    return pass("rename", fileAt(to), [=] { return next(fromAt, from, toAt, to, flags); });
}

int link(const char *from, const char *to)
{
    NEXT(link);
    return pass("link", fileAt(to), [=] { return next(from, to); });
}

int linkat(int fromAt, const char *from, int toAt, const char *to, int flags)
{
    NEXT(linkat);
    return pass("link", fileAt(to), [=] { return next(fromAt, from, toAt, to, flags); });
}

int unlink(const char *path)
{
    NEXT(unlink);
    return pass("unlink", fileAt(path), [=] { return next(path); });
}

int unlinkat(int at, const char *path, int flags)
{
    NEXT(unlinkat);
    return pass("unlink", fileAt(path), [=] { return next(at, path, flags); });
}

int mkdir(const char *path, mode_t mode)
{
    NEXT(mkdir);
    return pass("mkdir", fileAt(path), [=] { return next(path, mode); });
}

int open(const char *path, int flags, ...)
{
    NEXT(open);
    va_list more;
    va_start(more, flags);
    const mode_t mode = hasMode(flags) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return pass("create", makes(path, flags), [=] { return next(path, flags, mode); });
}

int open64(const char *path, int flags, ...)
{
    NEXT(open64);
    va_list more;
    va_start(more, flags);
    const mode_t mode = hasMode(flags) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return pass("create", makes(path, flags), [=] { return next(path, flags, mode); });
}

} // extern "C"
