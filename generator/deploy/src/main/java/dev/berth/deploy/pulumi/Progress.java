package dev.berth.deploy.pulumi;

import com.pulumi.automation.OperationType;
import com.pulumi.automation.events.EngineEvent;
import com.pulumi.automation.events.StepEventMetadata;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing the engine tells while it runs.
 *
 * @param name the planned resource's name, e.g. {@code support/customer/release}
 * @param type Pulumi's type token
 * @param operation as Pulumi names it: {@code create}, {@code update}, {@code delete}, ...
 */
public record Progress(String name, String type, String operation, State state) {

  /** How far a resource is. */
  public enum State {
    STARTED,
    DONE,
    FAILED
  }

  /** Of the engine's own affairs: the stack, providers, references; and of mere groups. */
  private static final Pattern NO_RESOURCE = Pattern.compile("(pulumi|berth):.*");

  /** Empty for what is no step of a resource, and before resources that stay as they are. */
  static Optional<Progress> of(EngineEvent event) {
    if (event.resourcePreEvent() != null) {
      return of(event.resourcePreEvent().metadata(), State.STARTED);
    }
    if (event.resourceOutputsEvent() != null) {
      return of(event.resourceOutputsEvent().metadata(), State.DONE);
    }
    if (event.resourceOperationFailedEvent() != null) {
      return of(event.resourceOperationFailedEvent().metadata(), State.FAILED);
    }
    return Optional.empty();
  }

  private static Optional<Progress> of(StepEventMetadata step, State state) {
    if (NO_RESOURCE.matcher(step.type()).matches() && state != State.FAILED) {
      return Optional.empty();
    }
    if (step.op() == OperationType.SAME && state == State.STARTED) {
      return Optional.empty();
    }
    return Optional.of(new Progress(name(step.urn()), step.type(), operation(step.op()), state));
  }

  /** {@code urn:pulumi:<stack>::<project>::<types>::<name>}. */
  static String name(String urn) {
    return urn.substring(urn.lastIndexOf("::") + 2);
  }

  static String operation(OperationType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
