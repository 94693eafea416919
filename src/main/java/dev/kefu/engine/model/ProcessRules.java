package dev.kefu.engine.model;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.ModelProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What a process as a whole says about itself. */
final class ProcessRules {

  static final List<Rule> RULES = List.of(
      Rule.ofProcess("process-alone", "A file holds one executable process.", ProcessRules::alone),
      Rule.ofProcess("process-named", "A process has an English and a Chinese name.", ProcessRules::named),
      Rule.ofProcess("process-versioned", "A process has a version tag, raised by whoever changes the meaning.", ProcessRules::versioned),
      Rule.ofProcess("process-history", "A process says in days how long the engine keeps its history.", ProcessRules::history),
      Rule.ofProcess("process-platform", "A model is made for Camunda Platform 7.24.0.", ProcessRules::platform),
      Rule.ofProcess("process-case-number", "A process that people start has a case number prefix of three capital letters.", ProcessRules::caseNumber),
      Rule.ofAll("process-case-number-unique", "No two processes have the same case number prefix.", ProcessRules::caseNumberUnique),
      Rule.ofProcess("process-customer-notices", "A process that tells its customer something says what, and knows the customer.", ProcessRules::customerNotices),
      Rule.ofProcess("process-one-plain-start", "A process has one plain start event, without a form, and each other start has a trigger; or a timer starts it, and then nothing plain.", ProcessRules::onePlainStart),
      Rule.ofProcess("process-starters-step", "The first step of a process that people start is a user task, assigned to whoever started it; where others call it too, a question before it leads there by default.", ProcessRules::startersStep),
      Rule.ofProcess("process-size", "A picture has at most 40 activities and gateways; past that a phase becomes a called model.", ProcessRules::size));

  private static final int MOST_NODES = 40;
  private static final Set<String> CUSTOMER_NOTICES = Set.of("receipt", "result", "delay");

  private ProcessRules() {
  }

  private static void alone(ProcessFile file, Findings findings) {
    if (file.all(Process.class).size() > 1) {
      findings.add(file, file.process(), "shares its file with another process. Give each its own file.");
    }
    if (!file.process().isExecutable()) {
      findings.add(file, file.process(), "is not executable. Tick \"Executable\".");
    }
  }

  private static void named(ProcessFile file, Findings findings) {
    if (!Texts.isBilingual(file.process().getName())) {
      findings.add(file, file.process(), "needs an English and a Chinese name, like \"Customer help 客戶幫助\".");
    }
  }

  private static void versioned(ProcessFile file, Findings findings) {
    if (Texts.isBlank(Elements.camunda(file.process(), "versionTag"))) {
      findings.add(file, file.process(), "has no version tag. Write 1 for the first version.");
    }
  }

  private static void history(ProcessFile file, Findings findings) {
    String days = Elements.camunda(file.process(), "historyTimeToLive");
    if (!Texts.isTimeToLive(days)) {
      findings.add(file, file.process(), "needs a time to live in days, P1825D, unless the retention rule says longer.");
    }
  }

  private static void platform(ProcessFile file, Findings findings) {
    var definitions = file.model().getDefinitions();
    if (!"Camunda Platform".equals(definitions.getAttributeValueNs(Elements.MODELER, "executionPlatform"))
        || !"7.24.0".equals(definitions.getAttributeValueNs(Elements.MODELER, "executionPlatformVersion"))) {
      findings.add(file, file.process(), "is not made for Camunda Platform 7.24.0. Choose that version at the foot of the Modeler's window.");
    }
  }

  private static void caseNumber(ProcessFile file, Findings findings) {
    String prefix = prefix(file);
    if (prefix == null && file.isStartable()) {
      findings.add(file, file.process(), "can be started in Tasklist but has no extension property caseNumberPrefix. Set three capital letters, or untick \"Startable in Tasklist\".");
    } else if (prefix != null && !prefix.matches("[A-Z]{3}")) {
      findings.add(file, file.process(), "has the caseNumberPrefix \"" + prefix + "\". It must be three capital letters.");
    }
  }

  private static void caseNumberUnique(Models models, Findings findings) {
    Map<String, ProcessFile> first = new HashMap<>();
    for (ProcessFile file : models.processes()) {
      ProcessFile other = prefix(file) == null ? null : first.putIfAbsent(prefix(file), file);
      if (other != null) {
        findings.add(file, file.process(), "has the caseNumberPrefix " + prefix(file) + " of " + other.path() + ". Choose another one.");
      }
    }
  }

  private static void customerNotices(ProcessFile file, Findings findings) {
    Set<String> notices = Elements.listProperty(file.process(), ModelProperties.CUSTOMER_NOTICES);
    notices.stream().filter(notice -> !CUSTOMER_NOTICES.contains(notice)).forEach(notice -> findings.add(file, file.process(),
        "has \"" + notice + "\" among its customerNotices. There are receipt, result and delay."));
    if (!notices.isEmpty() && !Variables.known(file).contains(CaseVariables.CUSTOMER_CODE)) {
      findings.add(file, file.process(), "has customerNotices, but no step sets customerCode. Find the customer, or remove the property.");
    }
  }

  private static void onePlainStart(ProcessFile file, Findings findings) {
    List<StartEvent> plain = plainStarts(file);
    boolean byTimer = file.starts().stream().anyMatch(start -> !start.getChildElementsByType(TimerEventDefinition.class).isEmpty());
    if (byTimer && !plain.isEmpty()) {
      findings.add(file, file.process(), "has a plain start event beside a timer; the engine takes only one of them. Remove the plain one; who wants a round at once starts the process through the engine.");
    } else if (!byTimer && plain.size() != 1) {
      findings.add(file, file.process(), "has " + plain.size() + " plain start events. Draw exactly one; give each other start its trigger (message, timer).");
    }
    file.starts().stream().filter(start -> Elements.camunda(start, "formRef") != null || Elements.camunda(start, "formKey") != null
        || Elements.extensionValues(start, "formData", "id").findAny().isPresent()).forEach(start -> findings.add(file, start,
        "has a form. Remove it; the first user task asks instead."));
  }

  private static void startersStep(ProcessFile file, Findings findings) {
    if (!file.isStartable()) {
      return;
    }
    for (StartEvent start : plainStarts(file)) {
      if (!(firstOfPerson(start) instanceof UserTask task) || !("${" + CaseVariables.STARTER + "}").equals(Elements.camunda(task, "assignee"))) {
        findings.add(file, start, "must lead to a user task with the assignee ${starter}: whoever starts a case does its first step. "
            + "A bean and a question may stand before it, for cases that another process calls; the question's default flow is the person's.");
      }
    }
  }

  /** Where a person's case comes first: past a bean and a question, which tell it from a case that another process called. */
  private static FlowNode firstOfPerson(StartEvent start) {
    FlowNode next = only(start);
    if (next instanceof ServiceTask && only(next) instanceof ExclusiveGateway question) {
      return question.getDefault() == null ? null : question.getDefault().getTarget();
    }
    return next;
  }

  /** The one node that follows, or null. */
  private static FlowNode only(FlowNode node) {
    List<FlowNode> next = node.getSucceedingNodes().list();
    return next.size() == 1 ? next.get(0) : null;
  }

  private static void size(ProcessFile file, Findings findings) {
    long nodes = file.all(FlowNode.class).stream().filter(node -> node instanceof Activity || node instanceof Gateway).count();
    if (nodes > MOST_NODES) {
      findings.add(file, file.process(), "has " + nodes + " activities and gateways. Cut a phase out as a model of its own, " + file.id() + "-<part>, where the case changes hands.");
    }
  }

  private static List<StartEvent> plainStarts(ProcessFile file) {
    return file.starts().stream().filter(start -> start.getChildElementsByType(EventDefinition.class).isEmpty()).toList();
  }

  private static String prefix(ProcessFile file) {
    return Elements.properties(file.process()).get(ModelProperties.CASE_NUMBER_PREFIX);
  }
}
