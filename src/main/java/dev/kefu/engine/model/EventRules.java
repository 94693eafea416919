package dev.kefu.engine.model;

import dev.kefu.engine.ModelProperties;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What a case waits for, and what it tells. */
final class EventRules {

  static final List<Rule> RULES = List.of(
      Rule.ofProcess("message-named", "A message has a name of the catalogue, or <capability>.<pastTense>.", EventRules::messageNamed),
      Rule.ofProcess("message-start-alone", "By a message one process starts; where several do, each starts by a signal of its name.", EventRules::messageStartAlone),
      Rule.ofProcess("signal-sent", "A signal starts a process and is sent by another one, as a message.", EventRules::signalSent),
      Rule.ofProcess("message-reachable", "Every awaited message can be reported by somebody: a form and roles, an API call, or another process that sends it.", EventRules::messageReachable),
      Rule.ofProcess("message-withdraw", "A case that people start can be withdrawn: one event sub-process with the message withdraw, and steps that end it.", EventRules::withdrawal),
      Rule.ofProcess("message-until", "The steps after which an event is accepted no more exist.", EventRules::messageUntil),
      Rule.ofProcess("message-sent", "An event that sends a message names the bean that does it.", EventRules::messageSent),
      Rule.ofProcess("message-sent-named", "The step \"send a message\" is drawn as one and names a message of the catalogue, or <capability>.<pastTense>, but never withdraw.",
          EventRules::messageSentNamed),
      Rule.ofProcess("message-facts-known", "What goes along with a sent message are plain variables that the process sets.", EventRules::messageFactsKnown),
      Rule.ofProcess("timer-readable", "A timer is an amount like 2wd, 4h or 30cd, a duration, a date, a cycle or a variable.", EventRules::timerReadable),
      Rule.ofProcess("error-matched", "An outcome that is caught at a call is thrown by the called process, and the other way round.", EventRules::errorMatched),
      Rule.ofProcess("outcome-code", "The code of an error or escalation is camelCase.", EventRules::outcomeCode),
      Rule.ofProcess("link-paired", "A link that leaves has exactly one that arrives, with the same name.", EventRules::linkPaired));

  /** Appendix C of the catalogue's procedures. */
  private static final Set<String> CATALOGUE_MESSAGES = Set.of("new-customer", "customer-changed", "credit-anomaly", "relation-damage-finding", "survey-need",
      "grade-changed", "grade-review", "dangerous-customer", "goods-returned", "key-account-designated", "destruction-due", "policy-need", "new-hire",
      "training-need", "expense-claim", "marketing-draft", "sales-appraisal-round", "shift-swap", "absence", "commitment-change", "info-question",
      "sales-target-set", "annual-settlement-done", "loss-risk", "new-product", "statistics-need", "borrow-request", "risk-call", "lead", "news", "withdraw");

  private static final String SEND_MESSAGE = "${sendMessageDelegate}";

  private EventRules() {
  }

  private static void messageNamed(ProcessFile file, Findings findings) {
    file.all(Message.class).stream().filter(message -> !isMessageName(Objects.requireNonNullElse(message.getName(), ""))).forEach(message -> findings.add(file, message,
        "needs a name of the catalogue (withdraw, lead, …), or <capability>.<pastTense> like complaint.customerReplied."));
    Stream.concat(file.all(MessageEventDefinition.class).stream().filter(definition -> definition.getMessage() == null).map(MessageEventDefinition::getParentElement),
        file.all(ReceiveTask.class).stream().filter(task -> task.getMessage() == null)).forEach(node -> findings.add(file, (FlowNode) node,
        "names no message. Choose or create one."));
  }

  private static boolean isMessageName(String name) {
    int dot = name.indexOf('.');
    return CATALOGUE_MESSAGES.contains(name) || dot > 0 && FileRules.CAPABILITIES.contains(name.substring(0, dot)) && name.substring(dot + 1).matches(Texts.CAMEL_CASE);
  }

  /** The engine refuses a second definition that starts by the same message (ENGINE-01011). */
  private static void messageStartAlone(ProcessFile file, Findings findings) {
    file.starts().stream().filter(start -> awaited(start) != null).forEach(start -> file.models().processes().stream()
        .filter(other -> !other.id().equals(file.id()) && other.starts().stream().anyMatch(twin -> awaited(start).equals(awaited(twin))))
        .forEach(other -> findings.add(file, start, "starts by the message \"" + awaited(start) + "\", as " + other.id() + " does; a message starts one process. Make it a signal in both.")));
  }

  private static void signalSent(ProcessFile file, Findings findings) {
    Set<String> sent = file.models().sentMessages();
    file.all(SignalEventDefinition.class).forEach(signal -> {
      String name = signal.getSignal() == null ? "" : Objects.requireNonNullElse(signal.getSignal().getName(), "");
      FlowNode event = (FlowNode) signal.getParentElement();
      if (!file.starts().contains(event)) {
        findings.add(file, event, "is a signal, but no start of the process. Use a message.");
      } else if (!sent.contains(name)) {
        findings.add(file, event, "starts by the signal \"" + name + "\", which no process sends as a message. Correct the name.");
      }
    });
  }

  private static void messageReachable(ProcessFile file, Findings findings) {
    Set<String> sent = file.models().sentMessages();
    Set<String> reporters = new TreeSet<>(file.models().around().roles());
    reporters.add(ModelProperties.STARTER);
    for (FlowNode node : file.all(FlowNode.class)) {
      String message = awaited(node);
      if (message == null || sent.contains(message) || file.models().around().apiMessages().contains(message)) {
        continue;
      }
      String form = Elements.properties(node).get(ModelProperties.EVENT_FORM);
      Set<String> roles = Elements.listProperty(node, ModelProperties.EVENT_ROLES);
      if (form == null || roles.isEmpty()) {
        findings.add(file, node, "waits for \"" + message + "\", which nobody can report. Add the extension properties eventForm (a form's id) and eventRoles (role ids).");
      } else if (file.models().form(form).isEmpty()) {
        findings.add(file, node, "names the eventForm \"" + form + "\", which does not exist. Correct the id, or add the form.");
      }
      roles.stream().filter(role -> !reporters.contains(role)).forEach(role -> findings.add(file, node,
          "names the role \"" + role + "\" in eventRoles, which the role list does not have. Correct it."));
    }
  }

  /** Name of the message that a node waits for, or null. */
  private static String awaited(FlowNode node) {
    Message message = node instanceof ReceiveTask task ? task.getMessage()
        : node instanceof CatchEvent ? Elements.reference(node, MessageEventDefinition.class, MessageEventDefinition::getMessage) : null;
    return message == null ? null : message.getName();
  }

  /** Names of the messages that steps of a process send. */
  static Stream<String> sentMessages(ProcessFile file) {
    return Stream.concat(file.all(FlowNode.class).stream().map(EventRules::drawnMessage),
        file.all(FlowNode.class).stream().filter(EventRules::sendsMessage).map(node -> input(node, "message"))).filter(Objects::nonNull);
  }

  /** Name of the message that a sending step is drawn with, or null. */
  private static String drawnMessage(FlowNode node) {
    Message message = node instanceof SendTask task ? task.getMessage()
        : node instanceof ThrowEvent ? Elements.reference(node, MessageEventDefinition.class, MessageEventDefinition::getMessage) : null;
    return message == null ? null : message.getName();
  }

  private static boolean sendsMessage(FlowNode node) {
    return SEND_MESSAGE.equals(Elements.camunda(node, "delegateExpression"))
        || node.getChildElementsByType(MessageEventDefinition.class).stream().anyMatch(definition -> SEND_MESSAGE.equals(Elements.camunda(definition, "delegateExpression")));
  }

  /** Text of an input parameter, or null. */
  private static String input(FlowNode node, String name) {
    return Elements.extensions(node, CamundaInputOutput.class).stream().flatMap(mapping -> mapping.getCamundaInputParameters().stream())
        .filter(parameter -> name.equals(parameter.getCamundaName())).map(parameter -> parameter.getTextContent().strip()).findFirst().orElse(null);
  }

  private static void withdrawal(ProcessFile file, Findings findings) {
    List<StartEvent> withdrawals = file.all(StartEvent.class).stream().filter(start -> ProcessFile.isEventSubProcess((BaseElement) start.getParentElement()))
        .filter(start -> "withdraw".equals(awaited(start))).toList();
    if (file.isStartable() && withdrawals.size() != 1) {
      findings.add(file, file.process(), "needs one event sub-process that starts with the message withdraw, so that a case can be withdrawn.");
    }
    withdrawals.stream().filter(start -> Elements.listProperty(start, ModelProperties.EVENT_UNTIL).isEmpty()).forEach(start -> findings.add(file, start,
        "may be withdrawn for ever. Add the extension property eventUntil: the ids of the steps after which it is too late."));
  }

  private static void messageUntil(ProcessFile file, Findings findings) {
    file.all(FlowNode.class).forEach(node -> Elements.listProperty(node, ModelProperties.EVENT_UNTIL).stream()
        .filter(step -> file.find(step, FlowNode.class).isEmpty()).forEach(step -> findings.add(file, node,
            "ends with the step \"" + step + "\" (eventUntil), which this model does not have. Correct the id.")));
  }

  private static void messageSent(ProcessFile file, Findings findings) {
    file.all(ThrowEvent.class).forEach(event -> event.getChildElementsByType(MessageEventDefinition.class).stream()
        .filter(definition -> !Objects.requireNonNullElse(Elements.camunda(definition, "delegateExpression"), "").matches("\\$\\{[a-z]\\w*Delegate}"))
        .forEach(definition -> findings.add(file, event, "sends a message but names no bean. Write one as delegate expression, like ${reportRiskDelegate}.")));
  }

  private static void messageSentNamed(ProcessFile file, Findings findings) {
    file.all(FlowNode.class).stream().filter(EventRules::sendsMessage).forEach(node -> {
      String message = Objects.requireNonNullElse(input(node, "message"), "");
      String drawn = drawnMessage(node);
      if (!(node instanceof SendTask) && !(node instanceof ThrowEvent)) {
        findings.add(file, node, "sends a message but does not look like it. Change it to a send task or to an event that sends a message.");
      } else if (message.equals("withdraw")) {
        findings.add(file, node, "sends withdraw to every case that waits for it: all would end. Choose another message.");
      } else if (!isMessageName(message)) {
        findings.add(file, node, "needs the input parameter message: a name of the catalogue (lead, goods-returned, …), or <capability>.<pastTense>.");
      } else if (drawn != null && !drawn.equals(message)) {
        findings.add(file, node, "is drawn with the message \"" + drawn + "\" but sends \"" + message + "\". Give both the same one.");
      }
    });
  }

  private static void messageFactsKnown(ProcessFile file, Findings findings) {
    Set<String> forms = file.forms().stream().flatMap(form -> form.roots().stream()).collect(Collectors.toSet());
    file.all(FlowNode.class).stream().filter(EventRules::sendsMessage).forEach(node -> Texts.list(input(node, "facts")).stream()
        .filter(fact -> forms.contains(fact) || !file.models().variables(file).contains(fact)).forEach(fact -> findings.add(file, node,
            "sends \"" + fact + "\" along, which is no plain variable of this process. Correct the name, or say with the property sets which step sets it.")));
  }

  private static void timerReadable(ProcessFile file, Findings findings) {
    for (TimerEventDefinition timer : file.all(TimerEventDefinition.class)) {
      FlowNode event = (FlowNode) timer.getParentElement();
      Map<ModelElementInstance, Predicate<String>> written = timer.getTimeDuration() != null ? Map.of(timer.getTimeDuration(), Timing::isAmount)
          : timer.getTimeDate() != null ? Map.of(timer.getTimeDate(), Timing::isMoment)
          : timer.getTimeCycle() != null ? Map.of(timer.getTimeCycle(), Timing::isCycle) : Map.of();
      if (written.isEmpty()) {
        findings.add(file, event, "has a timer without a time. Write a duration, like 2wd.");
      }
      written.forEach((time, readable) -> {
        if (!readable.test(time.getTextContent().strip())) {
          findings.add(file, event, "has the time \"" + time.getTextContent().strip() + "\", which nobody can read. Write 2wd (working days), 4h, 30cd (calendar days), R3/PT1H or ${variable}.");
        }
      });
    }
  }

  private static void errorMatched(ProcessFile file, Findings findings) {
    for (BoundaryEvent event : file.all(BoundaryEvent.class)) {
      String caught = code(event);
      if (caught == null) {
        continue;
      }
      boolean thrown = event.getAttachedTo() instanceof CallActivity call ? CallRules.target(file, call).map(called -> thrown(called).contains(caught)).orElse(true)
          : !(event.getAttachedTo() instanceof SubProcess sub) || thrown(sub).contains(caught) || throwsByItself(sub);
      if (!thrown) {
        findings.add(file, event, "catches \"" + caught + "\", which is never thrown there. Correct the code, or remove the event.");
      }
    }
    for (CallActivity call : file.all(CallActivity.class)) {
      Set<String> caught = file.all(BoundaryEvent.class).stream().filter(event -> event.getAttachedTo().equals(call)).map(EventRules::code)
          .filter(Objects::nonNull).collect(Collectors.toSet());
      CallRules.target(file, call).ifPresent(called -> thrown(called).stream().filter(code -> !caught.contains(code)).sorted().forEach(code -> findings.add(file, call,
          "calls " + called.id() + ", which may end with \"" + code + "\", and does not catch it: the case would end silently. Add a boundary event for it.")));
    }
  }

  /** Codes with which a process leaves its caller: those that no event inside catches. */
  private static Set<String> thrown(ProcessFile file) {
    Set<String> caughtInside = file.all(CatchEvent.class).stream().filter(event -> !(event instanceof BoundaryEvent boundary) || boundary.getAttachedTo() instanceof SubProcess)
        .map(EventRules::code).filter(Objects::nonNull).collect(Collectors.toSet());
    return file.all(EndEvent.class).stream().map(EventRules::code).filter(code -> code != null && !caughtInside.contains(code)).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> thrown(SubProcess sub) {
    return sub.getFlowElements().stream().flatMap(element -> element instanceof SubProcess inner ? thrown(inner).stream()
        : element instanceof ThrowEvent event ? Stream.ofNullable(code(event)) : Stream.empty()).collect(Collectors.toSet());
  }

  /** A bean or a called process below may throw what the model does not show. */
  private static boolean throwsByItself(SubProcess sub) {
    return sub.getFlowElements().stream().anyMatch(element -> element instanceof CallActivity || element.getElementType().getTypeName().equals("serviceTask")
        || element instanceof SubProcess inner && throwsByItself(inner));
  }

  private static String code(Event event) {
    String error = Elements.reference(event, ErrorEventDefinition.class, definition -> definition.getError() == null ? null : definition.getError().getErrorCode());
    return error != null ? error : Elements.reference(event, EscalationEventDefinition.class,
        definition -> definition.getEscalation() == null ? null : definition.getEscalation().getEscalationCode());
  }

  private static void outcomeCode(ProcessFile file, Findings findings) {
    file.all(FlowNode.class).stream().filter(Event.class::isInstance).map(Event.class::cast).filter(event -> {
      boolean isOutcome = Stream.of(ErrorEventDefinition.class, EscalationEventDefinition.class).anyMatch(type -> !event.getChildElementsByType(type).isEmpty());
      return isOutcome && !Objects.requireNonNullElse(code(event), "").matches(Texts.CAMEL_CASE);
    }).forEach(event -> findings.add(file, event, "needs an error or escalation whose code is a fact in camelCase, like partUnavailable."));
  }

  private static void linkPaired(ProcessFile file, Findings findings) {
    Set<String> leaving = links(file, ThrowEvent.class).collect(Collectors.toSet());
    List<String> arriving = links(file, CatchEvent.class).toList();
    for (FlowNode event : file.all(FlowNode.class)) {
      String link = link(event);
      if (link != null && (!leaving.contains(link) || arriving.stream().filter(link::equals).count() != 1)) {
        findings.add(file, event, "is a link \"" + link + "\" without exactly one arriving and at least one leaving event of that link name. Give both the same one.");
      }
    }
  }

  private static Stream<String> links(ProcessFile file, Class<? extends FlowNode> type) {
    return file.all(type).stream().map(EventRules::link).filter(Objects::nonNull);
  }

  /** The name of a link event's link, or null. */
  static String link(FlowNode node) {
    return Elements.reference(node, LinkEventDefinition.class, LinkEventDefinition::getName);
  }
}
