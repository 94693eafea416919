package dev.kefu.aftersales;

import java.util.Map;

/** Who bears a service, by the code that the table service-kind gives, in words. */
public final class ServiceKind {

  public static final Map<String, String> NAMES = Map.of("contract", "Contract 合同服務", "free", "Free 免費", "paid", "Paid 有費", "internal", "Internal 一般行政");

  private ServiceKind() {
  }
}
