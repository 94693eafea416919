package dev.kefu.release.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is said of an element, by name, and how two such sets differ. */
final class Facts {

  private static final int LONGEST = 300;

  /** What the attributes of models and forms are called in the panels of Camunda Modeler. */
  private static final Map<String, String> LABELS = Map.ofEntries(
      Map.entry("name", "Name 名稱"), Map.entry("candidateGroups", "Roles 崗位"), Map.entry("assignee", "Person 經辦人"), Map.entry("dueDate", "Deadline 時限"),
      Map.entry("formRef", "Form 表單"), Map.entry("delegateExpression", "Bean 程序步驟"), Map.entry("decisionRef", "Table 規則表"), Map.entry("calledElement", "Called process 子流程"),
      Map.entry("sourceRef", "From 起點"), Map.entry("targetRef", "To 終點"), Map.entry("conditionExpression", "Condition 條件"), Map.entry("default", "Default flow 默認路徑"),
      Map.entry("timeDuration", "Time 時間"), Map.entry("timeDate", "Date 日期"), Map.entry("timeCycle", "Cycle 週期"), Map.entry("documentation", "Note 說明"),
      Map.entry("versionTag", "Version tag 版本標記"), Map.entry("attachedToRef", "At the border of 附著於"), Map.entry("messageRef", "Message 消息"), Map.entry("errorRef", "Error 錯誤"),
      Map.entry("text", "Text 文字"), Map.entry("label", "Label 標籤"), Map.entry("key", "Key 字段"), Map.entry("type", "Kind 類型"), Map.entry("validate.required", "Required 必填"),
      Map.entry("validate.maxLength", "Longest text 最大長度"), Map.entry("validate.min", "Least 最小值"), Map.entry("validate.max", "Most 最大值"),
      Map.entry("validate.pattern", "Pattern 格式"), Map.entry("conditional.hide", "Hidden when 隱藏條件"), Map.entry("description", "Help text 提示"),
      Map.entry("modelerTemplate", "Building block 構件"), Map.entry("hitPolicy", "Hit policy 命中策略"));

  private Facts() {
  }

  /** Each difference in a line; of what is new, what it is. */
  static List<String> differences(Map<String, String> before, Map<String, String> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<String> words = new ArrayList<>();
    for (String name : names) {
      String old = before.getOrDefault(name, "");
      String now = after.getOrDefault(name, "");
      if (!old.equals(now)) {
        words.add(LABELS.getOrDefault(name, name) + ": " + (before.isEmpty() ? "" : quoted(old) + " → ") + quoted(now));
      }
    }
    return words;
  }

  private static String quoted(String value) {
    String line = value.replaceAll("\\s+", " ").strip();
    String shown = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    // A text of a table has its own quotation marks.
    return line.isEmpty() ? "(nothing 無)" : line.startsWith("\"") ? shown : "“" + shown + "”";
  }
}
