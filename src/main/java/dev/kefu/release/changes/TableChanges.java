package dev.kefu.release.changes;

import dev.kefu.release.changes.Change.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** What differs between two decision tables, row by row and column by column. */
final class TableChanges {

  private TableChanges() {
  }

  static List<Change> between(byte[] before, byte[] after) {
    Table old = Table.of(XmlFile.read(before));
    Table now = Table.of(XmlFile.read(after));
    List<Change> changes = new ArrayList<>();
    List<String> whole = Facts.differences(old.facts(), now.facts());
    if (!whole.isEmpty()) {
      changes.add(new Change("", "Table 規則表", Kind.CHANGED, whole));
    }
    rows(old, now, changes);
    return changes;
  }

  private static void rows(Table old, Table now, List<Change> changes) {
    now.rows().forEach((id, row) -> {
      Row was = old.rows().get(id);
      if (was == null) {
        changes.add(new Change(id, row.describe(), Kind.ADDED, row.words()));
      } else {
        List<String> words = new ArrayList<>(Facts.differences(was.cells(), row.cells()));
        if (was.number() != row.number() && now.rows().size() == old.rows().size()) {
          words.add("Place 位置: " + was.number() + " → " + row.number());
        }
        if (!words.isEmpty()) {
          changes.add(new Change(id, row.describe(), Kind.CHANGED, words));
        }
      }
    });
    old.rows().forEach((id, row) -> {
      if (!now.rows().containsKey(id)) {
        changes.add(new Change(id, row.describe(), Kind.REMOVED, row.words()));
      }
    });
  }

  /**
   * A row.
   *
   * @param cells by the label of their column
   */
  private record Row(String id, int number, Map<String, String> cells) {

    String describe() {
      return "Row 第 " + number + " 行 (" + id + ")";
    }

    List<String> words() {
      return cells.entrySet().stream().filter(cell -> !cell.getValue().isEmpty()).map(cell -> cell.getKey() + ": " + cell.getValue()).toList();
    }
  }

  /**
   * A table.
   *
   * @param facts what is said of the table and its columns
   * @param rows by id, in their order
   */
  private record Table(Map<String, String> facts, Map<String, Row> rows) {

    static Table of(Element root) {
      Map<String, String> facts = new TreeMap<>();
      Map<String, Row> rows = new LinkedHashMap<>();
      XmlFile.children(root, "decision").forEach(decision -> {
        List.of("id", "name", "versionTag", "historyTimeToLive").forEach(name -> facts.put(name, attribute(decision, name)));
        XmlFile.children(decision, "decisionTable").forEach(table -> read(table, facts, rows));
      });
      return new Table(facts, rows);
    }

    private static void read(Element table, Map<String, String> facts, Map<String, Row> rows) {
      String policy = table.getAttribute("hitPolicy");
      facts.put("hitPolicy", (policy.isEmpty() ? "UNIQUE" : policy) + table.getAttribute("aggregation"));
      List<String> columns = new ArrayList<>();
      XmlFile.children(table, "input").forEach(input -> {
        columns.add(input.getAttribute("label"));
        String expression = XmlFile.children(input, "inputExpression").stream().map(XmlFile::cell).findFirst().orElse("");
        facts.put("Input column 輸入欄 " + input.getAttribute("id"), input.getAttribute("label") + " = " + expression);
      });
      XmlFile.children(table, "output").forEach(output -> {
        columns.add(output.getAttribute("label"));
        facts.put("Result column 結果欄 " + output.getAttribute("id"), output.getAttribute("label") + " = " + output.getAttribute("name") + " (" + output.getAttribute("typeRef") + ")");
      });
      for (Element rule : XmlFile.children(table, "rule")) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<Element> entries = new ArrayList<>(XmlFile.children(rule, "inputEntry"));
        entries.addAll(XmlFile.children(rule, "outputEntry"));
        for (int i = 0; i < entries.size(); i++) {
          cells.put(i < columns.size() ? columns.get(i) : "Column 欄 " + (i + 1), XmlFile.cell(entries.get(i)));
        }
        cells.put("Annotation 註解", XmlFile.children(rule, "description").stream().map(Element::getTextContent).map(String::strip).findFirst().orElse(""));
        rows.put(rule.getAttribute("id"), new Row(rule.getAttribute("id"), rows.size() + 1, cells));
      }
    }

    private static String attribute(Element element, String name) {
      String camunda = element.getAttributeNS("http://camunda.org/schema/1.0/dmn", name);
      return camunda.isEmpty() ? element.getAttribute(name) : camunda;
    }
  }
}
