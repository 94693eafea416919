package dev.kefu.engine.model;

import dev.kefu.calendar.TimeSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.HitPolicy;

/** What the tables {@code <capability>-deadlines} keep: one fact per step, readable, complete (convention C4 of the catalogue). */
final class DeadlineRules {

  /** A step's name in the table that stands for the case from its start to its end. */
  private static final String WHOLE_CASE = "case";

  private static final String SUFFIX = "-deadlines";
  private static final List<String> INPUTS = List.of("process", "step", "grade");
  private static final List<String> OUTPUTS = List.of("deadline", "anchor");
  private static final Set<String> PLAIN_ANCHORS = Set.of("created", "caseStarted", "endOfDay", "endOfMonth", "endOfQuarter", "endOfYear");

  static final List<Rule> RULES = List.of(
      Rule.ofDecision("deadline-table", "A table of deadlines is called after its folder, takes the first hit, asks process, step and grade and gives deadline and anchor.",
          DeadlineRules::table),
      Rule.ofAll("deadline-step-known", "A row of a table of deadlines names a process of its folder and a step of it, or case for the whole case.", DeadlineRules::stepKnown),
      Rule.ofAll("deadline-readable", "A deadline is a length of time such as 2wd, 30cd, 4h or 15min, or an expression of variables that its process sets.", DeadlineRules::readable),
      Rule.ofAll("deadline-anchor", "A deadline counts from something that exists: created, caseStarted, date: and a field, since: and a variable, end: and a step, or the end of a period.",
          DeadlineRules::anchor),
      Rule.ofAll("deadline-for-every-task", "Every user task has a row in its capability's table of deadlines, or a due date in the diagram.", DeadlineRules::everyTask),
      Rule.ofAll("deadline-once", "A step's deadline stands in one place: where the table has a row, the diagram types none.", DeadlineRules::once));

  private DeadlineRules() {
  }

  static boolean isDeadlineTable(DecisionFile file) {
    return file.id().endsWith(SUFFIX);
  }

  /** A row's cells without quotation marks; inputs are lists. */
  private record Row(DecisionFile file, org.camunda.bpm.model.dmn.instance.Rule rule) {

    Collection<String> processes() {
      return values(0);
    }

    Collection<String> steps() {
      return values(1);
    }

    String deadline() {
      return output(0);
    }

    String anchor() {
      return unquoted(output(1));
    }

    String describe() {
      return "Row " + (new ArrayList<>(file.table().getRules()).indexOf(rule) + 1) + " (" + rule.getId() + ")";
    }

    private List<String> values(int column) {
      return Arrays.stream(DecisionFile.text(new ArrayList<>(rule.getInputEntries()).get(column)).split(",")).map(DeadlineRules::unquoted).toList();
    }

    private String output(int column) {
      return DecisionFile.text(new ArrayList<>(rule.getOutputEntries()).get(column));
    }
  }

  private static String unquoted(String cell) {
    return cell.strip().replaceAll("^\"|\"$", "");
  }

  private static Stream<Row> rows(Models models) {
    return models.decisions().stream().filter(file -> isDeadlineTable(file) && isRight(file)).flatMap(file -> file.table().getRules().stream()
        .filter(rule -> rule.getInputEntries().size() == INPUTS.size() && rule.getOutputEntries().size() == OUTPUTS.size()).map(rule -> new Row(file, rule)));
  }

  private static boolean isRight(DecisionFile file) {
    return file.table().getHitPolicy() == HitPolicy.FIRST && file.inputs().stream().map(input -> DecisionFile.text(input.getInputExpression())).toList().equals(INPUTS)
        && file.outputs().stream().map(output -> output.getName()).toList().equals(OUTPUTS);
  }

  private static void table(DecisionFile file, Findings findings) {
    if (isDeadlineTable(file) && !(isRight(file) && file.id().equals(file.capability() + SUFFIX))) {
      findings.add(file, file.id(), "Table \"" + file.id() + "\" must be called " + file.capability() + SUFFIX + ", take the first hit, have the inputs "
          + INPUTS + " and the results " + OUTPUTS + ".");
    }
  }

  private static void stepKnown(Models models, Findings findings) {
    rows(models).forEach(row -> row.processes().forEach(id -> models.process(id).filter(process -> process.capability().equals(row.file().capability())).ifPresentOrElse(
        process -> row.steps().stream().filter(step -> !step.equals(WHOLE_CASE) && !stepsOf(process).contains(step)).forEach(step -> add(findings, row,
            "names the step \"" + step + "\", which is no user task of " + id + ". Steps: " + stepsOf(process) + ", or case.")),
        () -> add(findings, row, "names the process \"" + id + "\", which does not stand in this folder. Correct the id."))));
  }

  private static Set<String> stepsOf(ProcessFile process) {
    return process.all(UserTask.class).stream().map(DeadlineRules::step).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String step(UserTask task) {
    return task.getId().substring(task.getId().indexOf('_') + 1);
  }

  private static void readable(Models models, Findings findings) {
    rows(models).filter(row -> !isSpan(row.deadline())).forEach(row -> row.processes().stream().map(models::process).flatMap(Optional::stream)
        .filter(process -> row.deadline().startsWith("\"") && row.deadline().indexOf('"', 1) == row.deadline().length() - 1 || !isKnown(row.deadline(), models.variables(process)))
        .forEach(process -> add(findings, row, "has the deadline " + row.deadline()
            + ", which is no length of time. Write \"2wd\", \"30cd\", \"4h\" or \"15min\", or a variable of " + process.id() + ".")));
  }

  private static boolean isSpan(String cell) {
    return cell.startsWith("\"") && TimeSpan.isSpan(unquoted(cell));
  }

  private static boolean isKnown(String expression, Set<String> variables) {
    Set<String> paths = Feel.paths(expression);
    return !paths.isEmpty() && paths.stream().map(path -> path.split("\\.")[0]).allMatch(variables::contains);
  }

  private static void anchor(Models models, Findings findings) {
    rows(models).forEach(row -> row.processes().stream().map(models::process).flatMap(Optional::stream).filter(process -> !exists(row.anchor(), process))
        .forEach(process -> add(findings, row, "counts from \"" + row.anchor() + "\", which " + process.id() + " does not have. Write one of "
            + new TreeSet<>(PLAIN_ANCHORS) + ", date:<form>.<field>, since:<variable> or end:<element id>.")));
  }

  private static boolean exists(String anchor, ProcessFile process) {
    if (anchor.startsWith("date:")) {
      return process.forms().stream().anyMatch(form -> form.paths().contains(anchor.substring("date:".length())));
    }
    if (anchor.startsWith("since:")) {
      return process.models().variables(process).contains(anchor.substring("since:".length()));
    }
    return anchor.startsWith("end:") ? process.find(anchor.substring("end:".length()), FlowNode.class).isPresent() : PLAIN_ANCHORS.contains(anchor);
  }

  private static void everyTask(Models models, Findings findings) {
    Set<String> covered = covered(models);
    models.processes().forEach(process -> process.all(UserTask.class).stream()
        .filter(task -> Texts.isBlank(Elements.camunda(task, "dueDate")) && !covered.contains(process.id() + "/" + step(task)))
        .forEach(task -> findings.add(process, task, "has no deadline. Add a row for step " + step(task) + " to " + process.capability() + SUFFIX
            + ", or type a due date such as 2wd.")));
  }

  /** The running system asks the table first, so what is typed beside a row would never be asked. */
  private static void once(Models models, Findings findings) {
    Set<String> covered = covered(models);
    models.processes().forEach(process -> process.all(UserTask.class).stream()
        .filter(task -> !Texts.isBlank(Elements.camunda(task, "dueDate")) && covered.contains(process.id() + "/" + step(task)))
        .forEach(task -> findings.add(process, task, "has the due date \"" + Elements.camunda(task, "dueDate") + "\", but its deadline stands in " + process.capability() + SUFFIX
            + ", which is asked first. Remove the due date, and change the row for step " + step(task) + " instead.")));
  }

  /** Process and step of every row. */
  private static Set<String> covered(Models models) {
    return rows(models).flatMap(row -> row.processes().stream().flatMap(process -> row.steps().stream().map(step -> process + "/" + step))).collect(Collectors.toSet());
  }

  private static void add(Findings findings, Row row, String message) {
    findings.add(row.file(), row.rule().getId(), row.describe() + " " + message);
  }
}
