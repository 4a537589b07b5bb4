package dev.berth.local.install;

import dev.berth.local.place.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A machine whose node and npm are scripts. */
record FakeMachine(Path folder, Map<String, String> variables, List<String> heard) {

  static FakeMachine in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    Map<String, String> variables = new HashMap<>();
    // What the scripts themselves need is elsewhere than node and npm of this machine.
    Path system = Files.createDirectories(folder.resolve("system"));
    for (String each : List.of("sh", "mkdir", "cat", "touch", "sleep", "chmod", "ls")) {
      Files.createSymbolicLink(system.resolve(each), Path.of("/bin/" + each));
    }
    variables.put("PATH", folder.resolve("bin") + ":" + system);
    return new FakeMachine(folder, variables, new ArrayList<>());
  }

  FakeMachine node(String version) throws IOException {
    return program("node", "echo " + version);
  }

  /** Each run is noted in the file {@code asked}; {@code config get registry} is answered. */
  FakeMachine npm(String install) throws IOException {
    return program(
        "npm",
        """
        if [ "$1" = config ]; then echo https://user:secret@registry.example.com/; exit 0; fi
        echo "$@" >> %s/asked
        to=$3
        for wanted; do :; done
        %s
        """
            .formatted(folder, install));
  }

  /** What npm makes of a package of OpenClaw, or of Node. */
  static final String MAKES =
      """
      name=${wanted%@*}
      mkdir -p "$to/node_modules/$name/bin"
      echo "{\\"version\\": \\"${wanted#*@}\\"}" > "$to/node_modules/$name/package.json"
      touch "$to/node_modules/$name/openclaw.mjs"
      printf '#!/bin/sh\\necho v24.21.0\\n' > "$to/node_modules/$name/bin/node"
      chmod +x "$to/node_modules/$name/bin/node"
      """;

  FakeMachine program(String name, String script) throws IOException {
    Path file = folder.resolve("bin").resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return this;
  }

  Path tools() {
    return folder.resolve("tools");
  }

  OpenClawInstaller installer() {
    return new OpenClawInstaller(new Places(folder.resolve("state"), tools()), variables);
  }

  /** How often npm was asked to install. */
  long installs() throws IOException {
    Path asked = folder.resolve("asked");
    return Files.exists(asked) ? Files.readAllLines(asked).size() : 0;
  }
}
