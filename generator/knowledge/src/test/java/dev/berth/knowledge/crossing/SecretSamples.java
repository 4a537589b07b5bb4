package dev.berth.knowledge.crossing;

import java.util.ArrayList;
import java.util.List;

/** One text for each shape of a secret, put together here so that no scanner finds any. */
final class SecretSamples {

  private static final String LETTERS = "Abcdefghij0123456789Klmnopqrst0123456789uvwxyz";
  private static final String UPPER = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQPZRY9X8GF2TVDW0S3JN54KHCE";

  private SecretSamples() {}

  /** Those of one word. */
  static List<String> words() {
    List<String> all = new ArrayList<>();
    all.add("AK" + "IA" + UPPER.substring(0, 16));
    for (String start :
        List.of(
            "gh" + "p_",
            "github" + "_pat_",
            "gl" + "pat-",
            "AI" + "za",
            "GOC" + "SPX-",
            "ya" + "29.",
            "xo" + "xb-",
            "xa" + "pp-",
            "hooks.slack" + ".com/services/",
            "discord" + ".com/api/webhooks/123456789012345678/",
            "1234" + "56789:",
            "eyJh" + "bGciO",
            "sk-" + "ant-",
            "sk-" + "proj-",
            "sk" + "-",
            "gs" + "k_",
            "xa" + "i-",
            "h" + "f_",
            "np" + "m_",
            "py" + "pi-AgE",
            "sk" + "_live_",
            "wh" + "sec_",
            "Account" + "Key=",
            "hv" + "s.")) {
      all.add(start + (start.startsWith("1234") ? LETTERS.substring(0, 35) : LETTERS));
    }
    all.add("M" + LETTERS.substring(0, 23) + ".Gabc12." + LETTERS.substring(0, 27));
    all.add("eyJ" + "0eXAiOiJKV1Qi." + LETTERS.substring(0, 30) + "." + LETTERS);
    all.add("S" + "G." + LETTERS.substring(0, 22) + "." + LETTERS.substring(0, 43));
    all.add("do" + "p_v1_" + "0123456789abcdef".repeat(4));
    all.add("AGE-SECRET-" + "KEY-1" + UPPER);
    return all;
  }

  /** The first line of every kind of private key: more is not needed to stay out. */
  static List<String> keyHeads() {
    return List.of("", "EC ", "RSA ", "ENCRYPTED ", "OPENSSH ").stream()
        .map(kind -> "-----BEGIN " + kind + "PRIVATE " + "KEY-----")
        .toList();
  }
}
