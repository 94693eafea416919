package dev.kefu.complaint.intake.imports;

import dev.kefu.complaint.intake.ComplaintIntake;
import dev.kefu.engine.CasesFromOutside.Field;
import dev.kefu.engine.CasesFromOutside.FormOutline;
import dev.kefu.tables.Labels;
import dev.kefu.tables.TableRow;
import dev.kefu.tables.UnreadableFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which column of a file is which field of the form, by the heading.
 *
 * @param fields by column; null for a column that is no field
 * @param reference the column with the sender's own references; -1 when the file has none
 * @param ignored headings that name nothing
 */
record Columns(List<Field> fields, int reference, List<String> ignored) {

  private static final Set<String> REFERENCE = Labels.names("reference", "Reference 來文編號");
  private static final int MOST = 500;

  /**
   * Reads a heading.
   *
   * @throws UnreadableFile when no column is a field, or two are the same
   */
  static Columns of(TableRow heading, FormOutline form) {
    if (heading.cells().size() > MOST) {
      throw new UnreadableFile("The first row has more than %1$d columns 首行超過 %1$d 欄".formatted(MOST));
    }
    List<Field> fields = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    int reference = -1;
    for (int i = 0; i < heading.cells().size(); i++) {
      String title = heading.cell(i);
      Field field = REFERENCE.contains(Labels.plain(title)) ? null : find(title, form);
      fields.add(field);
      if (field == null && REFERENCE.contains(Labels.plain(title))) {
        reference = i;
      } else if (field == null && !title.isEmpty()) {
        ignored.add(title);
      }
    }
    check(fields, form);
    return new Columns(fields, reference, ignored);
  }

  private static Field find(String title, FormOutline form) {
    return form.fields().stream().filter(field -> Labels.names(field.key(), field.label()).contains(Labels.plain(title))).findFirst().orElse(null);
  }

  private static void check(List<Field> columns, FormOutline form) {
    Set<String> seen = new HashSet<>();
    for (Field field : columns) {
      if (field != null && !seen.add(field.key())) {
        throw new UnreadableFile("Two columns are \"%1$s\" 有兩欄均為「%1$s」".formatted(field.label()));
      }
    }
    if (seen.isEmpty()) {
      throw new UnreadableFile("No column of the first row is a field of the form; use its labels or keys, for example 首行沒有任何表單欄位,請使用欄位名稱,例如: "
          + String.join(", ", form.fields().stream().filter(Field::required).map(Field::label).toList()));
    }
  }

  /**
   * What a row says, as the form would send it.
   *
   * @param formChannel what the field {@code channel} is where the row does not say; null for nothing
   */
  Map<String, Object> complaint(TableRow row, CellValues values, String formChannel, FormOutline form) {
    Map<String, Object> complaint = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (field != null && !row.cell(i).isEmpty()) {
        put(complaint, field.key(), values.of(row.cell(i), field));
      }
    }
    if (formChannel != null && form.fields().stream().anyMatch(field -> field.key().equals(ComplaintIntake.CHANNEL_FIELD))) {
      complaint.putIfAbsent(ComplaintIntake.CHANNEL_FIELD, formChannel);
    }
    return complaint;
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> complaint, String key, Object value) {
    int dot = key.indexOf('.');
    if (dot < 0) {
      complaint.put(key, value);
    } else {
      put((Map<String, Object>) complaint.computeIfAbsent(key.substring(0, dot), group -> new LinkedHashMap<>()), key.substring(dot + 1), value);
    }
  }

  /** The sender's reference of a row; the row's place in the very file where the sender gives none. */
  String reference(TableRow row, String sha256) {
    String own = reference < 0 ? "" : row.cell(reference);
    return own.isEmpty() ? sha256.substring(0, 16) + ":" + row.number() : own;
  }
}
