package dev.kefu.engine.model;

import dev.kefu.engine.ModelProperties;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.ManualTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.HitPolicy;

/** Who does a step, with which form; which bean or table an automatic step asks. */
final class TaskRules {

  static final List<Rule> RULES = List.of(
      Rule.ofProcess("task-kind", "A task is a user, service, send, receive or business rule task.", TaskRules::kind),
      Rule.ofProcess("task-form", "A user task shows a form that exists, in the version deployed with it.", TaskRules::form),
      Rule.ofProcess("task-who", "A user task is for a role or for the person that an expression names.", TaskRules::who),
      Rule.ofProcess("task-roles-known", "Roles are those of the role list.", TaskRules::rolesKnown),
      Rule.ofProcess("task-role-logs-in", "A user task is for a role that logs in.", TaskRules::rolesLogIn),
      Rule.ofProcess("lane-role", "A lane is a role, or a function that lists its roles.", TaskRules::laneRole),
      Rule.ofProcess("task-lane", "A user task stands in the lane of those who do it.", TaskRules::lane),
      Rule.ofProcess("task-due", "A due date is an amount like 2wd, 4h or 30cd, a duration, a date or a variable.", TaskRules::due),
      Rule.ofProcess("task-bean", "A service or send task names a bean, ${verbObjectDelegate}, and nothing else.", TaskRules::bean),
      Rule.ofProcess("task-decision", "A business rule task asks a table that exists, in the version deployed with it, and keeps the result in a variable.", TaskRules::decision));

  private static final Pattern RESULT_COLUMN = Pattern.compile("decisionResult\\.getSingleResult\\(\\)\\.(\\w+)");

  private TaskRules() {
  }

  private static void kind(ProcessFile file, Findings findings) {
    file.all(Task.class).stream().filter(task -> task.getElementType().getInstanceType() == Task.class || task instanceof ManualTask).forEach(task ->
        findings.add(file, task, "has no kind that the engine can run. Change it to a user task or an automatic one."));
  }

  private static void form(ProcessFile file, Findings findings) {
    for (UserTask task : file.all(UserTask.class)) {
      String form = Elements.camunda(task, "formRef");
      if (form == null) {
        findings.add(file, task, "has no form. Choose the type \"Camunda Forms\" and name one.");
      } else if (file.models().form(form).isEmpty()) {
        findings.add(file, task, "names the form \"" + form + "\", which does not exist. Correct the id, or add forms/" + file.capability() + "/" + form + ".form.");
      } else if (!form.startsWith(file.id() + "-")) {
        findings.add(file, task, "names the form \"" + form + "\" of another process. Make one for this process, named " + file.id() + "-<step>.");
      }
      if (form != null && !"deployment".equals(Elements.camunda(task, "formRefBinding"))) {
        findings.add(file, task, "must show the form of its own deployment. Set the form's binding to \"deployment\".");
      }
    }
  }

  private static void who(ProcessFile file, Findings findings) {
    for (UserTask task : file.all(UserTask.class)) {
      String assignee = Elements.camunda(task, "assignee");
      if (Texts.isBlank(assignee) && Texts.isBlank(Elements.camunda(task, "candidateGroups"))) {
        findings.add(file, task, "is for nobody. Write a role id into \"Candidate groups\".");
      }
      if (Stream.of(assignee, Elements.camunda(task, "candidateUsers")).anyMatch(user -> user != null && !Expressions.isExpression(user))) {
        findings.add(file, task, "names a person. Name a role, so that the task does not depend on who works here.");
      }
      if (Expressions.isExpression(Elements.camunda(task, "candidateGroups")) && Elements.listProperty(task, ModelProperties.ROLES).isEmpty()) {
        findings.add(file, task, "takes its role from an expression. Add the extension property roles: all role ids that it may yield.");
      }
    }
  }

  private static void rolesKnown(ProcessFile file, Findings findings) {
    Stream.concat(file.all(UserTask.class).stream(), file.all(Lane.class).stream()).forEach(element -> {
      Set<String> unknown = new TreeSet<>(Elements.listProperty(element, ModelProperties.ROLES));
      if (element instanceof UserTask task) {
        unknown.addAll(roles(task));
      }
      unknown.removeAll(file.models().around().roles());
      unknown.forEach(role -> findings.add(file, element, "names the role \"" + role + "\", which the role list does not have. Correct it."));
    });
  }

  private static void rolesLogIn(ProcessFile file, Findings findings) {
    for (UserTask task : file.all(UserTask.class)) {
      roles(task).stream().filter(file.models().around().outsiders()::contains).sorted().forEach(role -> findings.add(file, task,
          "is for \"" + role + "\", who never logs in. Give it to the employee who deals with them, or wait for their message."));
    }
  }

  private static void laneRole(ProcessFile file, Findings findings) {
    file.all(Lane.class).stream().filter(lane -> lane.getChildLaneSet() == null && rolesOf(file, lane).isEmpty()).forEach(lane -> findings.add(file, lane,
        "is no role. Give it the id lane_ and a role in camelCase, or add the extension property roles: the role ids that it stands for."));
  }

  private static void lane(ProcessFile file, Findings findings) {
    for (UserTask task : file.all(UserTask.class)) {
      Optional<Lane> lane = file.laneOf(task);
      Set<String> roles = roles(task);
      if (lane.isEmpty() || roles.isEmpty() || rolesOf(file, lane.get()).isEmpty()) {
        continue;
      }
      boolean isFunction = !Elements.listProperty(lane.get(), ModelProperties.ROLES).isEmpty();
      Set<String> allowed = rolesOf(file, lane.get());
      if (isFunction ? !allowed.containsAll(roles) : !allowed.equals(roles)) {
        findings.add(file, task, "is for " + String.join(", ", roles) + " but stands in the lane of " + String.join(", ", allowed) + ". Move it, or change its candidate groups.");
      }
    }
  }

  private static void due(ProcessFile file, Findings findings) {
    for (UserTask task : file.all(UserTask.class)) {
      Stream.of("dueDate", "followUpDate").map(attribute -> Elements.camunda(task, attribute)).filter(due -> !Texts.isBlank(due) && !Timing.isMoment(due)).forEach(due ->
          findings.add(file, task, "has the due date \"" + due + "\", which nobody can read. Write 2wd (working days), 4h, 30cd (calendar days) or ${variable}."));
    }
  }

  private static void bean(ProcessFile file, Findings findings) {
    Stream.concat(file.all(ServiceTask.class).stream(), file.all(SendTask.class).stream()).forEach(task -> {
      String bean = Elements.camunda(task, "delegateExpression");
      if (bean == null || !bean.matches("\\$\\{[a-z][A-Za-z0-9]*Delegate}")) {
        findings.add(file, task, "must name a bean as delegate expression, like ${registerComplaintDelegate}.");
      }
    });
  }

  private static void decision(ProcessFile file, Findings findings) {
    for (BusinessRuleTask task : file.all(BusinessRuleTask.class)) {
      String decision = Elements.camunda(task, "decisionRef");
      Optional<DecisionFile> table = decision == null ? Optional.empty() : file.models().decision(decision);
      if (table.isEmpty()) {
        findings.add(file, task, decision == null ? "asks no table. Choose \"DMN\" and name a decision." : "asks the table \"" + decision + "\", which does not exist. Correct the id.");
        continue;
      }
      Set<String> users = file.models().processes().stream().filter(other -> other.all(BusinessRuleTask.class).stream()
          .anyMatch(asking -> decision.equals(Elements.camunda(asking, "decisionRef")))).map(ProcessFile::id).collect(Collectors.toSet());
      String binding = Optional.ofNullable(Elements.camunda(task, "decisionRefBinding")).orElse("latest");
      if (!binding.equals("deployment") && (users.size() == 1 || !binding.equals("latest"))) {
        findings.add(file, task, "must ask the table in the version deployed with it. Set the binding to \"deployment\".");
      }
      result(file, task, table.get(), findings);
    }
  }

  private static void result(ProcessFile file, BusinessRuleTask task, DecisionFile table, Findings findings) {
    String mapping = Elements.camunda(task, "mapDecisionResult");
    boolean hasVariable = !Texts.isBlank(Elements.camunda(task, "resultVariable"));
    if (!hasVariable && Elements.extensionValues(task, "outputParameter", "name").findAny().isEmpty()) {
      findings.add(file, task, "does nothing with the result. Name a result variable and choose how the result is mapped, or add an output for each column.");
    } else if (hasVariable && givesOneRow(table) && (mapping == null || mapping.equals("resultList"))) {
      // Camunda Modeler does not write the mapping that is the engine's own.
      findings.add(file, task, "keeps a list of results, but the table gives one row. Choose \"singleResult\", or \"singleEntry\" for a table with one result column.");
    } else if (hasVariable && "singleEntry".equals(mapping) && table.outputs().size() != 1) {
      findings.add(file, task, "maps a single entry, but the table has " + table.outputs().size() + " outputs. Choose \"singleResult\".");
    }
    Set<String> columns = table.outputs().stream().map(column -> column.getName()).collect(Collectors.toSet());
    Expressions.of(file.xml()).filter(place -> place.owner().equals(task.getId())).flatMap(place -> RESULT_COLUMN.matcher(place.text()).results())
        .map(match -> match.group(1)).filter(column -> !columns.contains(column)).forEach(column -> findings.add(file, task,
            "takes \"" + column + "\" from the result, which the table does not give. Its columns are " + new TreeSet<>(columns) + "."));
  }

  private static boolean givesOneRow(DecisionFile table) {
    return Set.of(HitPolicy.FIRST, HitPolicy.UNIQUE, HitPolicy.ANY).contains(table.table().getHitPolicy());
  }

  /** Candidate groups, or what the expression in their place may yield. */
  static Set<String> roles(UserTask task) {
    String groups = Elements.camunda(task, "candidateGroups");
    return Expressions.isExpression(groups) ? Elements.listProperty(task, ModelProperties.ROLES) : Texts.list(groups);
  }

  private static Set<String> rolesOf(ProcessFile file, Lane lane) {
    Set<String> function = Elements.listProperty(lane, ModelProperties.ROLES);
    return !function.isEmpty() ? function : file.models().around().roles().stream()
        .filter(role -> ("lane_" + Texts.camelCase(role)).equals(lane.getId())).collect(Collectors.toSet());
  }
}
