package dev.berth.e2e.cluster;

import java.math.BigDecimal;
import java.util.List;

/** Kubernetes' way to write an amount, e.g. {@code 1500m}, {@code 16Gi}. */
final class Quantity {

  private static final List<String> BINARY = List.of("Ki", "Mi", "Gi", "Ti", "Pi");
  private static final List<String> DECIMAL = List.of("k", "M", "G", "T", "P");

  private Quantity() {}

  static BigDecimal of(String text) {
    for (int step = 0; step < BINARY.size(); step++) {
      if (text.endsWith(BINARY.get(step))) {
        return number(text, 2).multiply(BigDecimal.valueOf(1024).pow(step + 1));
      }
      if (text.endsWith(DECIMAL.get(step))) {
        return number(text, 1).multiply(BigDecimal.valueOf(1000).pow(step + 1));
      }
    }
    return text.endsWith("m") ? number(text, 1).movePointLeft(3) : new BigDecimal(text);
  }

  private static BigDecimal number(String text, int suffix) {
    return new BigDecimal(text.substring(0, text.length() - suffix));
  }
}
