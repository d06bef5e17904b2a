// pty COLUMNS PROGRAM WORDS…: runs a program on a terminal of that width and passes on what it shows, as it wrote it.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static int must(int result, const char *what) {
    if (result < 0) { perror(what); exit(125); }
    return result;
}

int main(int argc, char **argv) {
    if (argc < 3) return 125;
    int master = must(posix_openpt(O_RDWR | O_NOCTTY), "posix_openpt");
    must(grantpt(master), "grantpt");
    must(unlockpt(master), "unlockpt");
    int terminal = must(open(ptsname(master), O_RDWR | O_NOCTTY), "ptsname");
    struct termios modes;
    must(tcgetattr(terminal, &modes), "tcgetattr");
    modes.c_oflag &= ~OPOST;  // a newline stays a newline
    must(tcsetattr(terminal, TCSANOW, &modes), "tcsetattr");
    struct winsize size = { .ws_row = 24, .ws_col = atoi(argv[1]) };
    must(ioctl(terminal, TIOCSWINSZ, &size), "TIOCSWINSZ");

    pid_t child = must(fork(), "fork");
    if (child == 0) {
        must(dup2(terminal, STDOUT_FILENO), "dup2");
        close(terminal);
        close(master);
        execv(argv[2], argv + 2);
        _exit(127);
    }
    close(terminal);
    char bytes[65536];
    for (ssize_t count; (count = read(master, bytes, sizeof bytes)) > 0 || (count < 0 && errno == EINTR);)
        if (count > 0) must((int)write(STDOUT_FILENO, bytes, count), "write");
    int status;
    must(waitpid(child, &status, 0), "waitpid");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
