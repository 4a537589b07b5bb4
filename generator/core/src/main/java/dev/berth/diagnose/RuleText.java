package dev.berth.diagnose;

/**
 * What a report says of a rule beside its findings.
 *
 * @param id in kebab case, e.g. {@code lethal-trio}
 * @param severity the most its findings weigh
 * @param reason one sentence on why it matters, without a final stop
 * @param source an address where that can be read
 */
public record RuleText(String id, Severity severity, String reason, String source) {}
