package dev.kefu.engine.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.DmnElement;

/** What a decision table keeps. */
final class DecisionRules {

  static final List<Rule> RULES = List.of(
      Rule.ofDecision("decision-named", "A table has an English and a Chinese name.", DecisionRules::named),
      Rule.ofDecision("decision-released", "A table has a version tag, a time to live in days, and is made for Camunda Platform 7.24.0.", DecisionRules::released),
      Rule.ofDecision("decision-columns", "Every column has an English and Chinese label; a result has a camelCase name and a type.", DecisionRules::columns),
      Rule.ofDecision("decision-hit-policy", "The hit policy is unique, first, any, collect or rule order.", DecisionRules::hitPolicy),
      Rule.ofDecision("decision-rows", "A table has rows, each with a result, and each row that leaves an input open says in its annotation where it comes from.", DecisionRules::rows),
      Rule.ofDecision("decision-cells", "Every cell and input expression can be read.", DecisionRules::cells),
      Rule.ofDecision("decision-row-reachable", "No row is hidden by an earlier one.", DecisionRules::reachable));

  private DecisionRules() {
  }

  private static void named(DecisionFile file, Findings findings) {
    if (!Texts.isBilingual(file.decision().getName())) {
      findings.add(file, file.id(), "Table \"" + file.id() + "\" needs an English and a Chinese name, like \"Help route 分派規則\".");
    }
  }

  private static void released(DecisionFile file, Findings findings) {
    if (Texts.isBlank(file.decision().getVersionTag())) {
      findings.add(file, file.id(), "Table \"" + file.id() + "\" has no version tag. Write 1 for the first version.");
    }
    String days = file.decision().getCamundaHistoryTimeToLiveString();
    if (!Texts.isTimeToLive(days)) {
      findings.add(file, file.id(), "Table \"" + file.id() + "\" needs a time to live in days, like P1825D.");
    }
    Definitions definitions = file.model().getDefinitions();
    if (!"Camunda Platform".equals(definitions.getAttributeValueNs(Elements.MODELER, "executionPlatform"))
        || !"7.24.0".equals(definitions.getAttributeValueNs(Elements.MODELER, "executionPlatformVersion"))) {
      findings.add(file, file.id(), "Table \"" + file.id() + "\" is not made for Camunda Platform 7.24.0. Choose that version at the foot of the Modeler's window.");
    }
  }

  private static void columns(DecisionFile file, Findings findings) {
    file.inputs().stream().filter(input -> !Texts.isBilingual(input.getLabel())).forEach(input -> findings.add(file, input.getId(),
        "Input column \"" + input.getLabel() + "\" (" + input.getId() + ") needs a label in English and Chinese."));
    file.outputs().forEach(output -> {
      if (!Texts.isBilingual(output.getLabel())) {
        findings.add(file, output.getId(), "Result column \"" + output.getLabel() + "\" (" + output.getId() + ") needs a label in English and Chinese.");
      }
      if (output.getName() == null || !output.getName().matches(Texts.CAMEL_CASE) || Texts.isBlank(output.getTypeRef())) {
        findings.add(file, output.getId(), "Result column \"" + output.getLabel() + "\" (" + output.getId() + ") needs a name in camelCase and a type.");
      }
    });
  }

  private static void hitPolicy(DecisionFile file, Findings findings) {
    HitPolicy policy = file.table().getHitPolicy();
    if (policy == HitPolicy.PRIORITY || policy == HitPolicy.OUTPUT_ORDER) {
      findings.add(file, file.id(), "Table \"" + file.id() + "\" has a hit policy that the engine does not know. Choose first, unique, any, collect or rule order.");
    }
  }

  private static void rows(DecisionFile file, Findings findings) {
    if (file.table().getRules().isEmpty()) {
      findings.add(file, file.id(), "Table \"" + file.id() + "\" has no rows. Add some.");
    }
    for (org.camunda.bpm.model.dmn.instance.Rule row : file.table().getRules()) {
      if (row.getOutputEntries().stream().allMatch(cell -> DecisionFile.text(cell).isEmpty())) {
        findings.add(file, row.getId(), describe(file, row) + " has no result. Fill it in.");
      }
      if (texts(row.getInputEntries()).contains("") && (row.getDescription() == null || Texts.isBlank(row.getDescription().getTextContent()))) {
        findings.add(file, row.getId(), describe(file, row) + " leaves an input open and has no annotation. Say in it where the rule comes from.");
      }
    }
  }

  private static void cells(DecisionFile file, Findings findings) {
    file.inputs().forEach(input -> Feel.problem(DecisionFile.text(input.getInputExpression())).ifPresent(problem -> findings.add(file, input.getId(),
        "Input column \"" + input.getLabel() + "\" (" + input.getId() + ") has an expression that cannot be read. Correct it. (" + problem + ")")));
    for (org.camunda.bpm.model.dmn.instance.Rule row : file.table().getRules()) {
      Stream<String> inputs = texts(row.getInputEntries()).stream().filter(text -> !text.isEmpty() && Feel.problemOfCell(text).isPresent());
      Stream<String> outputs = texts(row.getOutputEntries()).stream().filter(text -> !text.isEmpty() && Feel.problem(text).isPresent());
      Stream.concat(inputs, outputs).forEach(text -> findings.add(file, row.getId(),
          describe(file, row) + " has the cell " + text + ", which cannot be read. Correct it; texts stand in quotation marks."));
    }
  }

  private static void reachable(DecisionFile file, Findings findings) {
    HitPolicy policy = file.table().getHitPolicy();
    if (policy != HitPolicy.FIRST && policy != HitPolicy.UNIQUE) {
      return;
    }
    List<List<String>> earlier = new ArrayList<>();
    for (org.camunda.bpm.model.dmn.instance.Rule row : file.table().getRules()) {
      List<String> inputs = texts(row.getInputEntries());
      if (earlier.stream().anyMatch(other -> covers(other, inputs))) {
        findings.add(file, row.getId(), describe(file, row) + " is never reached: an earlier row covers it. Move it up, or remove it.");
      }
      earlier.add(inputs);
    }
  }

  /** Each cell of the earlier row is open, the same, or a list that holds the later one. */
  private static boolean covers(List<String> earlier, List<String> later) {
    for (int i = 0; i < earlier.size(); i++) {
      boolean covered = earlier.get(i).isEmpty() || i < later.size() && (earlier.get(i).equals(later.get(i)) || Set.of(earlier.get(i).split("\\s*,\\s*")).contains(later.get(i)));
      if (!covered) {
        return false;
      }
    }
    return true;
  }

  private static List<String> texts(Collection<? extends DmnElement> cells) {
    return cells.stream().map(DecisionFile::text).toList();
  }

  private static String describe(DecisionFile file, org.camunda.bpm.model.dmn.instance.Rule row) {
    return "Row " + (new ArrayList<>(file.table().getRules()).indexOf(row) + 1) + " (" + row.getId() + ")";
  }
}
