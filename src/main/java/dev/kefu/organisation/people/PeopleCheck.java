package dev.kefu.organisation.people;

import dev.kefu.organisation.people.PeopleFile.Column;
import dev.kefu.organisation.people.PeopleFile.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;

/** Says of every row of a file of people what is wrong with it. */
@RequiredArgsConstructor
class PeopleCheck {

  static final String ADMINISTRATORS = "camunda-admin";

  private static final Pattern USER_ID = Pattern.compile("[a-zA-Z0-9._@-]{1,64}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,180}\\.[^\\s@<>\",;.]{2,24}");
  private static final int LONGEST_NAME = 100;

  /** Role ids to the ids of their groups: of a merged post its holder's. */
  private final Map<String, String> groups;
  /** Ids of the roles that never log in. */
  private final Set<String> outsiders;
  /** Who imports. */
  private final String importer;
  /** Whether the importer is an administrator by the group that a file could take away. */
  private final boolean importerAdministrates;

  /**
   * What is wrong.
   *
   * @param row as a spreadsheet shows it
   * @param column title of the column
   */
  record BadCell(long row, String column, String message) {
  }

  List<BadCell> errors(List<Line> lines) {
    List<BadCell> errors = new ArrayList<>();
    Map<String, Long> seen = new HashMap<>();
    lines.forEach(line -> {
      checkId(line, seen, errors);
      checkName(line, Column.FIRST_NAME, errors);
      checkName(line, Column.LAST_NAME, errors);
      String email = line.cell(Column.EMAIL);
      if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
        errors.add(bad(line, Column.EMAIL, "is no mail address 不是有效的電郵地址"));
      }
      checkRoles(line, errors);
    });
    return errors;
  }

  private void checkId(Line line, Map<String, Long> seen, List<BadCell> errors) {
    String id = line.cell(Column.USER_ID);
    if (!USER_ID.matcher(id).matches()) {
      errors.add(bad(line, Column.USER_ID, "must be 1 to 64 letters, digits or . _ @ - 須為 1 至 64 個字母、數字或 . _ @ -"));
      return;
    }
    Long before = seen.putIfAbsent(id, line.number());
    if (before != null) {
      errors.add(bad(line, Column.USER_ID, "stands in row %1$d already 與第 %1$d 行重複".formatted(before)));
    }
  }

  private static void checkName(Line line, Column column, List<BadCell> errors) {
    String name = line.cell(column);
    if (name.isEmpty()) {
      errors.add(bad(line, column, "is missing 必填"));
    } else if (name.length() > LONGEST_NAME) {
      errors.add(bad(line, column, "is longer than %1$d characters 超過 %1$d 字".formatted(LONGEST_NAME)));
    }
  }

  private void checkRoles(Line line, List<BadCell> errors) {
    line.roles().forEach(role -> {
      if (!groups.containsKey(role)) {
        errors.add(bad(line, Column.ROLES, "\"" + role + "\" is no role of roles.yaml 無此崗位"));
      } else if (outsiders.contains(role)) {
        errors.add(bad(line, Column.ROLES, "\"" + role + "\" never logs in 該角色不登入系統"));
      }
    });
    if (importerAdministrates && line.cell(Column.USER_ID).equals(importer) && !line.roles().contains(ADMINISTRATORS)) {
      errors.add(bad(line, Column.ROLES, "would take your own right to administrate away: add " + ADMINISTRATORS + " 不可取消自己的管理員權限"));
    }
  }

  private static BadCell bad(Line line, Column column, String message) {
    return new BadCell(line.number(), column.label(), message);
  }
}
