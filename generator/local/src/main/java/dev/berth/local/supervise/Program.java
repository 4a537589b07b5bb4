package dev.berth.local.supervise;

import com.google.gson.Gson;
import dev.berth.diagnose.SecretScan;
import dev.berth.knowledge.work.Knowledge;
import dev.berth.local.place.EnvironmentFolder;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The classes a supervisor runs from: copies of the few jars it needs, as a build of Berth replaces
 * its own while the supervisor still loads classes from them.
 */
final class Program {

  private static final List<Class<?>> NEEDED =
      List.of(Program.class, Knowledge.class, SecretScan.class, Gson.class);

  private Program() {}

  /** A class path, as {@code java -cp} takes it. */
  static String classPath(EnvironmentFolder environment) throws IOException {
    Set<Path> sources = new LinkedHashSet<>();
    for (Class<?> each : NEEDED) {
      sources.add(source(each));
    }
    Path folder = environment.program().resolve(key(sources));
    List<Path> entries = new ArrayList<>();
    for (Path source : sources) {
      entries.add(Files.isRegularFile(source) ? copied(source, folder) : source);
    }
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Removes the classes of earlier supervisors; this process runs from others. */
  static void prune(EnvironmentFolder environment) throws IOException {
    String own = System.getProperty("java.class.path", "");
    if (!Files.isDirectory(environment.program())) {
      return;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(environment.program())) {
      for (Path folder : folders) {
        if (!own.contains(folder + File.separator)) {
          PrivateFiles.delete(folder);
        }
      }
    }
  }

  private static Path source(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException(type + " comes from nowhere");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  private static Path copied(Path jar, Path folder) throws IOException {
    PrivateFiles.folder(folder);
    Path copy = folder.resolve(jar.getFileName());
    if (!Files.exists(copy) || Files.size(copy) != Files.size(jar)) {
      Path fresh = Files.createTempFile(folder, ".", ".new");
      Files.copy(jar, fresh, StandardCopyOption.REPLACE_EXISTING);
      Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE);
    }
    return copy;
  }

  private static String key(Set<Path> sources) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path source : sources) {
      all.append(source)
          .append(Files.size(source))
          .append(Files.getLastModifiedTime(source).toMillis());
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
