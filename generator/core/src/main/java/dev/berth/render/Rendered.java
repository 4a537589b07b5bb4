package dev.berth.render;

import dev.berth.plan.PlannedResource;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A planned resource as text and as inputs: what {@code berth render} writes and what {@code pulumi
 * up} registers, from the same bytes.
 *
 * @param planned what it is made from
 * @param path of its file, relative to the output folder, with forward slashes
 * @param text the file: YAML
 * @param inputs Pulumi's inputs: the parsed text of a Kubernetes object; a planned Google
 *     resource's own inputs; a release's chart, namespace and values
 */
public record Rendered(
    PlannedResource planned, String path, String text, Supplier<Map<String, Object>> inputs) {}
