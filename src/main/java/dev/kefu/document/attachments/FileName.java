package dev.kefu.document.attachments;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A name of a file as its sender gave it, made harmless for whoever reads it or saves the file. Letters of all scripts stay. */
final class FileName {

  static final int LONGEST = 255;

  /** Windows takes them for devices, whatever their ending. */
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
      "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");
  /** They turn the reading direction (exe.pdf shown as fdp.exe) or cannot be seen. */
  private static final Set<Integer> DECEIVING = Set.of(0x061C, 0x200B, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2028, 0x2029,
      0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF);

  private FileName() {
  }

  /**
   * Returns the name without folders, control characters and signs that some system gives a meaning.
   *
   * @throws RefusedFile when nothing is left, or it is longer than {@value #LONGEST} characters, or has no ending
   */
  static String of(String given) throws RefusedFile {
    String name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
    if (name.length() > LONGEST) {
      throw new RefusedFile("File name 檔名: is longer than " + LONGEST + " characters 超過 " + LONGEST + " 字");
    }
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = name.codePoints().filter(sign -> !isDeceiving(sign)).mapToObj(FileName::harmless).collect(Collectors.joining());
    name = name.replaceAll("^[\\s.]+|[\\s.]+$", "");
    int dot = name.lastIndexOf('.');
    if (dot < 1) {
      throw new RefusedFile("File name 檔名: needs a name and an ending such as .pdf 需有檔名及副檔名,例如 .pdf");
    }
    return DEVICES.contains(name.substring(0, name.indexOf('.')).strip().toLowerCase(Locale.ROOT)) ? "_" + name : name;
  }

  private static boolean isDeceiving(int sign) {
    return Character.isISOControl(sign) || DECEIVING.contains(sign) || Character.getType(sign) == Character.SURROGATE;
  }

  private static String harmless(int sign) {
    return "<>:\"|?*".indexOf(sign) >= 0 ? "_" : Character.toString(sign);
  }

  /** The part after the last dot, in small letters. */
  static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
