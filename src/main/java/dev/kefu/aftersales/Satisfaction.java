package dev.kefu.aftersales;

import java.util.Map;

/** Whether a customer is content with the service, by the code that the registers keep, in words. */
public final class Satisfaction {

  public static final Map<String, String> NAMES = Map.of("satisfied", "Satisfied 滿意", "dissatisfied", "Dissatisfied 不滿意", "unknown", "Not reached 未聯繫上");

  private Satisfaction() {
  }
}
