/*
 * host: libFuzzer on one side, a .NET program that SharpFuzz has made ready on the other. It starts the program, hands it each
 * input through shared memory, and shows libFuzzer which branches were taken there.
 *
 * What SharpFuzz expects of a host: the id of a shared memory segment (64 KiB of branch counters, then the input) and the
 * descriptors of two pipes, each in a variable. Lengths of inputs go down the one, and an answer for each comes up the other,
 * where 0 means that nothing was thrown. One answer comes before the first input.
 */
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <sys/prctl.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr size_t counters = 65536, room = 1 << 20;
constexpr int to_program = 198, from_program = 199;

// libFuzzer reads coverage from this section as if it were its own.
__attribute__((used, section("__libfuzzer_extra_counters"))) volatile uint8_t seen[counters];

uint8_t *shared;
int lengths, answers;
pid_t child;

[[noreturn]] void fail(const char *what)
{
    perror(what);
    exit(2);
}

// libFuzzer's own clock interrupts calls.
template <typename Call> auto again(Call call)
{
    while (true) {
        auto result = call();
        if (result >= 0 || errno != EINTR) return result;
    }
}

int32_t answer()
{
    int32_t value;
    if (again([&] { return read(answers, &value, sizeof value); }) != sizeof value) {
        int status = 0;
        again([&] { return waitpid(child, &status, 0); });
        fprintf(stderr, "host: the program has ended by %s %d\n", WIFSIGNALED(status) ? "signal" : "code",
                WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
        abort(); // libFuzzer keeps the input
    }
    return value;
}

void start(char **command)
{
    int segment = shmget(IPC_PRIVATE, counters + room, IPC_CREAT | 0600);
    if (segment < 0) fail("shmget");
    shared = static_cast<uint8_t *>(shmat(segment, nullptr, 0));
    if (shared == reinterpret_cast<uint8_t *>(-1)) fail("shmat");

    int down[2], up[2];
    if (pipe(down) != 0 || pipe(up) != 0) fail("pipe");
    pid_t parent = getpid();
    child = fork();
    if (child < 0) fail("fork");
    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent) _exit(2);
        dup2(down[0], to_program);
        dup2(up[1], from_program);
        for (int fd : { down[0], down[1], up[0], up[1] }) close(fd);
        setenv("__LIBFUZZER_SHM_ID", std::to_string(segment).c_str(), 1);
        setenv("__LIBFUZZER_CONTROL_PIPE_ID", std::to_string(to_program).c_str(), 1);
        setenv("__LIBFUZZER_STATUS_PIPE_ID", std::to_string(from_program).c_str(), 1);
        execvp(command[0], command);
        fail(command[0]);
    }

    close(down[0]);
    close(up[1]);
    lengths = down[1];
    answers = up[0];
    signal(SIGPIPE, SIG_IGN);
    answer();
    shmctl(segment, IPC_RMID, nullptr); // gone with the last of the two programs
}

} // namespace

// Everything after "--" is the program and its words; libFuzzer gets what stands before.
extern "C" int LLVMFuzzerInitialize(int *count, char ***words)
{
    for (int i = 1; i < *count; i++) {
        if (strcmp((*words)[i], "--") != 0) continue;
        start(*words + i + 1);
        *count = i;
        return 0;
    }
    fputs("host [libFuzzer's options and folders] -- PROGRAM [WORDS]\n", stderr);
    exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > room) return 0;
    memset(shared, 0, counters);
    memcpy(shared + counters, data, size);
    int32_t length = static_cast<int32_t>(size);
    if (again([&] { return write(lengths, &length, sizeof length); }) != sizeof length || answer() != 0) abort();
    for (size_t i = 0; i < counters; i++) seen[i] = shared[i];
    return 0;
}
