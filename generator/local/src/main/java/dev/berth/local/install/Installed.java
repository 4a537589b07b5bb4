package dev.berth.local.install;

import java.nio.file.Path;

/**
 * What runs an agent on this machine.
 *
 * @param version of OpenClaw, exactly
 * @param node the executable, of a version that this OpenClaw runs on
 * @param openclaw the file {@code openclaw.mjs} of the installed package
 */
public record Installed(String version, Path node, Path openclaw) {}
