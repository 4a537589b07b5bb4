package dev.berth.diagnose;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How one kind of password, key or token looks, as its issuer says. Each pattern starts where no
 * letter or digit goes before it, or takes all it has looked at, or looks at no more than it can
 * take: the time is that of reading a text once, whatever the text.
 *
 * @param kind with its article
 * @param marker part of every text it matches
 */
record SecretShape(String kind, String marker, Pattern pattern) {

  /** In no order that matters: overlapping finds become one. */
  static final List<SecretShape> ALL =
      List.of(
          // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
          shape("an AWS access key", "IA", "(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}"),
          // https://docs.github.com/en/authentication (about authentication: token formats)
          shape("a GitHub token", "gh", "gh[pousr]_[A-Za-z0-9]{20,}"),
          shape("a GitHub token", "github_pat_", "github_pat_[A-Za-z0-9_]{20,}"),
          // https://docs.gitlab.com/security/tokens/#token-prefixes
          shape(
              "a GitLab token",
              "gl",
              "(?<![A-Za-z0-9])gl(pat|oas|dt|rt|cbt|ptt|ft|imt|agent|soat|ffct)-[A-Za-z0-9_.-]{20,}"),
          // https://cloud.google.com/docs/authentication/api-keys
          shape("a Google API key", "AIza", "AIza[A-Za-z0-9_-]{30,}"),
          // https://developers.google.com/identity/protocols/oauth2
          shape("a Google OAuth client secret", "GOCSPX-", "GOCSPX-[A-Za-z0-9_-]{20,}"),
          shape("a Google access token", "ya29.", "(?<![A-Za-z0-9])ya29\\.[A-Za-z0-9_-]{20,}"),
          // https://docs.slack.dev/authentication/tokens
          shape("a Slack token", "xox", "(?<![A-Za-z0-9])xox[abceprs]-[A-Za-z0-9-]{10,}"),
          shape("a Slack token", "xapp-", "(?<![A-Za-z0-9])xapp-[A-Za-z0-9-]{10,}"),
          // https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
          shape(
              "a Slack webhook",
              "hooks.slack.com/",
              "hooks\\.slack\\.com/(services|workflows|triggers)/[A-Za-z0-9/_+-]{20,}"),
          // https://discord.com/developers/docs/resources/webhook
          shape(
              "a Discord webhook",
              "/webhooks/",
              "discord(app)?\\.com/api/(v[0-9]{1,3}/)?webhooks/[0-9]{15,25}/[A-Za-z0-9_-]{20,}"),
          shape(
              "a Discord bot token",
              ".",
              "(?<![A-Za-z0-9_-])[MNO][A-Za-z0-9_-]{23,27}"
                  + "\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,}"),
          // https://core.telegram.org/bots/api#authorizing-your-bot
          shape("a Telegram bot token", ":", "[0-9]{8,10}:[A-Za-z0-9_-]{35}"),
          // https://datatracker.ietf.org/doc/html/rfc7519: eyJ is {" in base64
          shape("a signed web token", "eyJhbGciO", "eyJhbGciO[A-Za-z0-9_.=-]{6,}"),
          shape(
              "a signed web token",
              "eyJ",
              "(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+[A-Za-z0-9_.-]*+"),
          // https://docs.claude.com/en/api/overview, https://platform.openai.com/docs/api-reference
          shape("an Anthropic key", "sk-ant-", "sk-ant-[A-Za-z0-9_-]{8,}"),
          shape(
              "an OpenAI key",
              "sk-",
              "(?<![A-Za-z0-9_-])sk-(proj|svcacct|admin)-[A-Za-z0-9_-]{20,}"),
          shape(
              "an API key", "sk-", "(?<![A-Za-z0-9_-])sk-(?=[A-Za-z_-]*+[0-9])[A-Za-z0-9_-]{20,}"),
          // https://console.groq.com/docs/quickstart, https://docs.x.ai/docs/overview
          shape("a Groq key", "gsk_", "(?<![A-Za-z0-9_])gsk_[A-Za-z0-9]{30,}"),
          shape("an xAI key", "xai-", "(?<![A-Za-z0-9_-])xai-[A-Za-z0-9]{30,}"),
          // https://huggingface.co/docs/hub/security-tokens
          shape("a Hugging Face token", "hf_", "(?<![A-Za-z0-9_])hf_[A-Za-z0-9]{30,}"),
          // https://docs.npmjs.com/about-access-tokens, https://pypi.org/help/#apitoken
          shape("an npm token", "npm_", "(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{30,}"),
          shape("a PyPI token", "pypi-", "(?<![A-Za-z0-9_-])pypi-AgE[A-Za-z0-9_-]{30,}"),
          // https://docs.stripe.com/keys, https://docs.stripe.com/webhooks/signature
          shape("a Stripe key", "k_", "(?<![A-Za-z0-9_])[sr]k_(live|test)_[A-Za-z0-9]{16,}"),
          shape("a Stripe webhook secret", "whsec_", "(?<![A-Za-z0-9_])whsec_[A-Za-z0-9+/=]{24,}"),
          // https://learn.microsoft.com/en-us/azure/storage/common/storage-configure-connection-string
          shape(
              "an Azure account key",
              "Key=",
              "(AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{40,}={0,2}"),
          // https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes
          shape("a Vault token", "hv", "(?<![A-Za-z0-9_.])hv[sbr]\\.[A-Za-z0-9_-]{24,}"),
          // https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys
          shape(
              "a SendGrid key",
              "SG.",
              "(?<![A-Za-z0-9_-])SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{40,}"),
          // https://docs.digitalocean.com/reference/api/create-personal-access-token
          shape("a DigitalOcean token", "_v1_", "(?<![A-Za-z0-9_])do[opr]_v1_[a-f0-9]{40,}"),
          // https://github.com/FiloSottile/age
          shape("a private key", "AGE-SECRET-KEY-", "AGE-SECRET-KEY-1[A-Z0-9]{50,}"));

  private static SecretShape shape(String kind, String marker, String pattern) {
    return new SecretShape(kind, marker, Pattern.compile(pattern));
  }
}
