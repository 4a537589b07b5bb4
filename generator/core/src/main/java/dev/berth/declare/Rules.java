package dev.berth.declare;

import dev.berth.model.AgentId;
import dev.berth.model.ByteSize;
import dev.berth.model.CloudResource;
import dev.berth.model.Cpu;
import dev.berth.model.HostCatalogue;
import dev.berth.model.HostName;
import dev.berth.model.Image;
import dev.berth.model.Member;
import dev.berth.model.ModelId;
import dev.berth.model.Name;
import dev.berth.model.OpenClawVersion;
import dev.berth.model.SecretName;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The rules of scalars more than one kind of file uses. */
final class Rules {

  static final Rule<Name> NAME = Rule.text(Name.PATTERN, Name::parse, Name.RULE, "support");

  static final Rule<SecretName> SECRET =
      Rule.text(SecretName.PATTERN, SecretName::parse, SecretName.RULE, "customer-discord-token")
          .hidingValues();

  static final Rule<ModelId> MODEL =
      Rule.text(ModelId.PATTERN, ModelId::parse, ModelId.RULE, "anthropic/claude-sonnet-4-5");

  static final Rule<OpenClawVersion> VERSION =
      Rule.text(OpenClawVersion.PATTERN, OpenClawVersion::parse, OpenClawVersion.RULE, "2026.9.6");

  static final Rule<Image> IMAGE =
      Rule.text(
          Image.PATTERN,
          Image::parse,
          Image.RULE,
          "ghcr.io/openclaw/openclaw:2026.9.6-slim@sha256:" + "0123456789abcdef".repeat(4));

  static final Rule<Cpu> CPU =
      new Rule<>(
          new Form.Amount(Cpu.PATTERN, new BigDecimal("0.001"), new BigDecimal(256)),
          Cpu::parse,
          Cpu.RULE,
          "500m",
          false);

  static final Rule<ByteSize> MEMORY =
      Rule.text(ByteSize.PATTERN, ByteSize::parse, ByteSize.RULE, "2Gi");

  /**
   * Compute Engine makes no balanced persistent disk smaller than 10 GB
   * (cloud.google.com/compute/docs/disks).
   */
  static final Rule<ByteSize> DISK =
      Rule.text(
          "^([1-9][0-9]{1,4}Gi|([1-9]|[1-5][0-9]|6[0-4])Ti)$",
          text ->
              text.matches("([1-9][0-9]{1,4}Gi|([1-9]|[1-5][0-9]|6[0-4])Ti)")
                  ? ByteSize.parse(text)
                  : Optional.empty(),
          "a whole number of Gi or Ti, from 10Gi to 64Ti",
          "30Gi");

  static final Rule<HostName> HOST =
      Rule.text(HostName.PATTERN, HostName::parse, HostName.RULE, "api.zendesk.com");

  static final Rule<Member> MEMBER =
      Rule.text(Member.PATTERN, Member::parse, Member.RULE, "group:support@example.com");

  static final Rule<String> EMAIL =
      Rule.matching(
          "^" + Member.EMAIL + "$", 254, "an e-mail address in lower case", "support@example.com");

  static final Rule<AgentId> AGENT =
      Rule.text(AgentId.PATTERN, AgentId::parse, AgentId.RULE, "support/customer");

  /** Which there are is known to others. */
  static final Rule<String> RULE =
      Rule.matching(
          "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", 60, "a rule's id, such as lethal-trio", "lethal-trio");

  static final Rule<String> PROVIDER = Rule.oneOf(HostCatalogue.builtIn().providers());

  /** Wider things and Google's own names pass here: what is said of them names what to write. */
  static final Rule<String> RESOURCE =
      Rule.matching(
          "^[-._~%+:/@a-zA-Z0-9]*[/:][-._~%+:/@a-zA-Z0-9]*$",
          1100, CloudResource.RULE, "topic/escalations");

  /** Basic and custom roles pass here: what is said of them names a smaller one. */
  static final Rule<String> ROLE =
      Rule.matching(
          "^(roles/(owner|editor|viewer|browser|[a-z][a-zA-Z0-9]*(\\.[a-zA-Z][a-zA-Z0-9]*)+)"
              + "|(projects|organizations)/[-:.a-zA-Z0-9]+/roles/[._a-zA-Z0-9]+)$",
          200,
          "roles/<service>.<role>, such as roles/pubsub.publisher",
          "roles/pubsub.publisher");

  static final Rule<LocalDate> DATE =
      Rule.text(
          "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
          Rules::date,
          "a date of this century as year-month-day, such as 2027-03-31",
          "2027-03-31");

  static final Rule<String> WHY =
      new Rule<>(
          new Form.AnyScalar("\\S"),
          text ->
              text.isBlank()
                      || text.length() > 200
                      || text.chars().anyMatch(Character::isISOControl)
                  ? Optional.empty()
                  : Optional.of(text),
          "a reason in one line of at most 200 characters",
          "\"hands tickets to people\"",
          false);

  private Rules() {}

  private static Optional<LocalDate> date(String text) {
    if (!text.matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
