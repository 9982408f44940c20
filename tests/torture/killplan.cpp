// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/killplan.h"

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

#include <execinfo.h>
#include <fcntl.h>
#include <link.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

/// Code of ours: 'p' the program, 's' its SQLite. Everybody else's frames say nothing about the write path.
struct Module {
    std::uintptr_t begin;
    std::uintptr_t end;
    std::uintptr_t base;
    char letter;
};

struct Plan {
    std::string folder;
    killplan::End how = killplan::End::None;
    std::string named; // the same
    std::set<std::uint64_t> stacks;
    unsigned long nth = 0;
    unsigned long latest = 0;
    int trace = -1;
    std::vector<Module> modules;

    std::mutex mutex;
    std::set<std::uint64_t> seen;
    unsigned long calls = 0;
    unsigned long met = 0; // of the planned stacks
};

Plan *plan = nullptr; // never deleted: a program writes until its very end
thread_local bool isInside = false; // what we do ourselves does not count

std::string text(const char *variable)
{
    const char *value = std::getenv(variable);
    return value != nullptr ? value : "";
}

int addModule(dl_phdr_info *info, std::size_t, void *modules)
{
    const bool isProgram = info->dlpi_name[0] == '\0';
    if (!isProgram && std::strstr(info->dlpi_name, "libakwaba_sqlite") == nullptr) return 0;
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const auto &part = info->dlpi_phdr[i];
        if (part.p_type != PT_LOAD || (part.p_flags & PF_X) == 0) continue;
        const std::uintptr_t begin = info->dlpi_addr + part.p_vaddr;
        static_cast<std::vector<Module> *>(modules)->push_back(
            {begin, begin + part.p_memsz, info->dlpi_addr, isProgram ? 'p' : 's'});
    }
    return 0;
}

__attribute__((constructor)) void begin()
{
    if (text("AKWABA_KILL_BELOW").empty()) return;
    auto made = std::make_unique<Plan>();
    made->folder = text("AKWABA_KILL_BELOW") + '/';
    made->named = text("AKWABA_KILL_HOW");
    made->how = made->named == "after" ? killplan::End::After
        : made->named == "half"        ? killplan::End::Half
                                       : killplan::End::Before;
    made->nth = std::strtoul(text("AKWABA_KILL_NTH").c_str(), nullptr, 10);
    made->latest = std::strtoul(text("AKWABA_KILL_LATEST").c_str(), nullptr, 10);
    std::string stacks = text("AKWABA_KILL_STACKS");
    for (char *each = std::strtok(stacks.data(), ","); each != nullptr; each = std::strtok(nullptr, ","))
        made->stacks.insert(std::strtoull(each, nullptr, 16));
    made->trace = open(text("AKWABA_KILL_TRACE").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    dl_iterate_phdr(addModule, &made->modules);
    void *first = nullptr;
    backtrace(&first, 1); // loads what it needs now, and not within a write
    plan = made.release();
}

std::string hex(std::uint64_t number)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string written;
    do
        written.insert(written.begin(), digits[number % 16]);
    while ((number /= 16) != 0);
    return written;
}

/// Past everything that is wrapped here.
void trace(const std::string &line) { (void)!syscall(SYS_write, plan->trace, line.data(), line.size()); }

/// "p1a2b,s3c4d": innermost first.
std::string framesNow()
{
    void *addresses[96];
    const int count = backtrace(addresses, 96);
    std::string frames;
    for (int i = 0; i < count; ++i) {
        const auto address = reinterpret_cast<std::uintptr_t>(addresses[i]);
        for (const Module &module : plan->modules) {
            if (address < module.begin || address >= module.end) continue;
            frames += (frames.empty() ? "" : ",") + std::string(1, module.letter) + hex(address - module.base);
        }
    }
    return frames;
}

std::uint64_t hashOf(const std::string &name)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char letter : name)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
    return hash;
}

bool isId(const std::string &name)
{
    return name.size() >= 16
        && name.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-")
        == std::string::npos;
}

/// The last part of a path without what is different each time: "blobs/*", and "witness.new" for what Qt writes before
/// it takes the name of the old file; one without a name yet is "unnamed".
std::string fileOf(const std::string &path)
{
    const auto slash = path.rfind('/');
    const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    if (name.front() == '#') return "unnamed";
    if (isId(name)) return slash == std::string::npos ? "*" : fileOf(path.substr(0, slash)) + "/*";
    const auto dot = name.rfind('.');
    const bool isNew = dot != std::string::npos && name.size() - dot == 7 && name.substr(dot) != ".rmlock"
        && name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", dot + 1) == std::string::npos;
    return isNew ? name.substr(0, dot) + ".new" : name;
}

} // namespace

namespace killplan {

std::optional<std::string> fileAt(const char *path)
{
    if (plan == nullptr || isInside || path == nullptr) return std::nullopt;
    if (std::strncmp(path, plan->folder.c_str(), plan->folder.size()) != 0) return std::nullopt;
    return fileOf(path + plan->folder.size());
}

std::optional<std::string> fileAt(int descriptor)
{
    if (plan == nullptr || isInside) return std::nullopt;
    char path[PATH_MAX];
    const auto size = readlink(("/proc/self/fd/" + std::to_string(descriptor)).c_str(), path, sizeof path - 1);
    if (size < 0) return std::nullopt;
    path[size] = '\0';
    if (char *unlinked = std::strstr(path, " (deleted)")) *unlinked = '\0';
    if (std::strncmp(path, "socket:", 7) != 0) return fileAt(path);
    sockaddr_storage peer{};
    socklen_t length = sizeof peer;
    const bool isTcp = getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &length) == 0
        && (peer.ss_family == AF_INET || peer.ss_family == AF_INET6);
    return isTcp ? std::optional<std::string>("connection") : std::nullopt;
}

void die()
{
    kill(getpid(), SIGKILL);
    for (;;)
        pause();
}

End endAt(const char *kind, const std::string &file)
{
    isInside = true;
    const std::string frames = framesNow();
    const std::string name = std::string(kind) + ' ' + file + ' ' + frames;
    const std::uint64_t hash = hashOf(name);
    const std::lock_guard lock(plan->mutex);
    if (plan->seen.insert(hash).second) trace("site " + hex(hash) + ' ' + name + '\n');
    if (plan->stacks.count(hash) > 0) ++plan->met;
    const bool isPlanned = plan->nth > 0 && plan->met == plan->nth;
    const bool ends = isPlanned || ++plan->calls == plan->latest;
    if (ends) trace("kill " + hex(hash) + ' ' + plan->named + '\n');
    isInside = false;
    return ends ? plan->how : End::None;
}

} // namespace killplan
