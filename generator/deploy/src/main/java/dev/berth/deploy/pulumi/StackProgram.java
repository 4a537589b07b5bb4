package dev.berth.deploy.pulumi;

import com.pulumi.Context;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A stack and the program that says what it holds.
 *
 * @param project as its Pulumi.yaml names it, e.g. {@code berth-fleet}
 * @param stack e.g. {@code dev-00}
 * @param folder a Pulumi project: holds its Pulumi.yaml; the engine runs there, so that relative
 *     paths mean the same here and under {@code pulumi up} typed by hand
 * @param resources how many resources the program declares
 */
public record StackProgram(
    String project, String stack, Path folder, Consumer<Context> program, int resources) {}
