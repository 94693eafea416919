package dev.kefu.aftersales;

import java.util.Map;

/** How urgent a request is, by the code that the table service-urgency gives, in words. */
public final class Urgency {

  public static final Map<String, String> NAMES = Map.of("urgent", "Urgent 緊急", "high", "High 高", "normal", "Normal 普通", "low", "Low 低");

  private Urgency() {
  }
}
