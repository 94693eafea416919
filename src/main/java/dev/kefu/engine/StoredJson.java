package dev.kefu.engine;

import java.nio.charset.StandardCharsets;

/** Where the engine's tables keep a JSON variable: a short one in its own row ({@code TEXT_}), a longer one as bytes ({@code ACT_GE_BYTEARRAY}). */
public final class StoredJson {

  /** Characters that {@code TEXT_} holds. */
  private static final int ROOM = 4000;

  private StoredJson() {
  }

  /** Whether the text has room in the variable's own row. */
  public static boolean fitsInRow(String text) {
    return text.length() <= ROOM;
  }

  /** The JSON text of one variable, from whichever place has it; null when neither has. */
  public static String text(String inRow, byte[] bytes) {
    return inRow != null || bytes == null ? inRow : new String(bytes, StandardCharsets.UTF_8);
  }
}
