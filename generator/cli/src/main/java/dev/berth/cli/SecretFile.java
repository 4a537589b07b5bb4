package dev.berth.cli;

import dev.berth.cli.laptop.EnvFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A file of secrets, read only when nobody else may read it and no commit will hold it.
 *
 * @param shown its path as the user would write it
 */
record SecretFile(Path file, String shown) {

  private static final int MOST_BYTES = 256 * 1024;
  private static final int MOST_SECONDS = 30;
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  boolean exists() {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** What it holds. */
  EnvFile read() {
    List<String> wrong = new ArrayList<>();
    try {
      if (!Files.isRegularFile(file)) {
        throw Stop.refused(
            "%s is no file that could be read\nmend: make it a file of lines NAME=value"
                .formatted(shown));
      }
      if (mayBeReadByOthers()) {
        wrong.add("%s can be read by others than you\nmend: chmod 600 %s".formatted(shown, shown));
      }
      if (gitMightTakeIt()) {
        wrong.add(
            "git does not ignore %s, so a commit may hold your secrets\nmend: %s"
                .formatted(shown, ignored()));
      }
      if (!wrong.isEmpty()) {
        throw Stop.refused(String.join("\n", wrong));
      }
      return parsed();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private EnvFile parsed() throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw Stop.usage(
          "%s is larger than 256 KiB\nmend: keep only lines NAME=value in it".formatted(shown));
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException binary) {
      throw Stop.usage("%s is not UTF-8\nmend: save it as UTF-8".formatted(shown));
    }
    EnvFile read = EnvFile.parse(text);
    if (!read.mistakes().isEmpty()) {
      throw Stop.usage(
          "%s: %s\nmend: write lines such as NAME='value'"
              .formatted(shown, String.join("\n%s: ".formatted(shown), read.mistakes())));
    }
    return read;
  }

  private boolean mayBeReadByOthers() throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return false;
    }
    return Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains);
  }

  /** Whether it is in a work tree whose git does not say that it is ignored. */
  private boolean gitMightTakeIt() throws IOException {
    return inWorkTree() && !git("check-ignore", "--quiet", "--", file.toString());
  }

  private boolean inWorkTree() {
    for (Path each = file.getParent(); each != null; each = each.getParent()) {
      if (Files.exists(each.resolve(".git"))) {
        return true;
      }
    }
    return false;
  }

  /** The command that has git ignore it: one more where it is in a commit already. */
  private String ignored() throws IOException {
    String name = String.valueOf(file.getFileName());
    String ignore = "echo %s >> .gitignore".formatted(name);
    return git("ls-files", "--error-unmatch", "--", file.toString())
        ? "git rm --cached %s && %s, and change what was in it".formatted(shown, ignore)
        : ignore;
  }

  private boolean git(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-C", String.valueOf(file.getParent())));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    // Variables of a hook would have git look into another repository.
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    try {
      Process process = builder.start();
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException noGit) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
