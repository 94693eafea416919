package dev.kefu.aftersales.technicians;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Kinds of faults, which are what a technician can repair: codes and how people read them. */
public final class Skills {

  /** Code to name. */
  public static final Map<String, String> NAMES;

  static {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("mechanical", "Mechanical 機械");
    names.put("electrical", "Electrical 電氣");
    names.put("electronics", "Electronics 電子");
    names.put("hydraulic", "Leak, pressure 洩漏、壓力");
    names.put("software", "Software 軟件");
    names.put("appearance", "Appearance 外觀");
    NAMES = Collections.unmodifiableMap(names);
  }

  private Skills() {
  }
}
