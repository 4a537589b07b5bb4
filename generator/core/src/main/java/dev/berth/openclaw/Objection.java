package dev.berth.openclaw;

/**
 * What OpenClaw would say against a configuration.
 *
 * @param path into openclaw.json, keys and indices with dots between: {@code gateway.port}; empty
 *     for all of it
 * @param refuses whether OpenClaw would not start with it; otherwise it warns
 * @param what behind the path, e.g. {@code must be at most 65535}; never a value, which may be a
 *     secret
 */
public record Objection(String path, boolean refuses, String what) {

  /** The path as OpenClaw itself prints it. */
  public String shownPath() {
    return path.isEmpty() ? "<root>" : path;
  }
}
