package dev.kefu.engine.model;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Questions and answers. */
final class GatewayRules {

  static final List<Rule> RULES = List.of(
      Rule.ofProcess("gateway-question-short", "A question ends with a question mark and has at most three words.", GatewayRules::questionShort),
      Rule.ofProcess("gateway-answer-short", "An answer has at most two words.", GatewayRules::answerShort),
      Rule.ofProcess("gateway-four-answers", "A question has at most four answers.", GatewayRules::fourAnswers),
      Rule.ofProcess("gateway-decides", "Every answer has a condition, or one of them is the default.", GatewayRules::decides),
      Rule.ofProcess("gateway-join-unnamed", "A gateway that only joins flows has no name.", GatewayRules::joinUnnamed),
      Rule.ofProcess("gateway-needed", "A gateway joins or parts flows.", GatewayRules::needed),
      Rule.ofProcess("condition-at-gateway", "Only answers to a question carry a condition.", GatewayRules::conditionAtGateway),
      Rule.ofProcess("boundary-name-short", "The name of a boundary event is one word.", GatewayRules::boundaryNameShort));

  private GatewayRules() {
  }

  /** Parts the flow by a decision, so that it and its flows have names. */
  static boolean isQuestion(Gateway gateway) {
    return (gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway) && gateway.getOutgoing().size() > 1;
  }

  private static Stream<Gateway> questions(ProcessFile file) {
    return file.all(Gateway.class).stream().filter(GatewayRules::isQuestion);
  }

  private static void questionShort(ProcessFile file, Findings findings) {
    questions(file).filter(gateway -> !Texts.isBlank(gateway.getName())).filter(gateway -> {
      String english = Texts.english(gateway.getName());
      return !english.endsWith("?") || Texts.words(english) > 3;
    }).forEach(gateway -> findings.add(file, gateway, "must be a question of at most three words with a question mark, like \"Customer reached?\"."));
  }

  private static void answerShort(ProcessFile file, Findings findings) {
    questions(file).flatMap(gateway -> gateway.getOutgoing().stream()).filter(flow -> flow.getName() != null && Texts.words(Texts.english(flow.getName())) > 2)
        .forEach(flow -> findings.add(file, flow, "is an answer of more than two words. Shorten it."));
  }

  private static void fourAnswers(ProcessFile file, Findings findings) {
    questions(file).filter(gateway -> gateway.getOutgoing().size() > 4).forEach(gateway -> findings.add(file, gateway,
        "has " + gateway.getOutgoing().size() + " answers. Four are the most; ask in two steps."));
  }

  private static void decides(ProcessFile file, Findings findings) {
    questions(file).forEach(gateway -> {
      SequenceFlow standard = standard(gateway);
      Collection<SequenceFlow> flows = gateway.getOutgoing();
      flows.stream().filter(flow -> !flow.equals(standard) && flow.getConditionExpression() == null).forEach(flow -> findings.add(file, flow,
          "has no condition. Write one, or make it the default flow."));
      flows.stream().filter(flow -> flow.equals(standard) && flow.getConditionExpression() != null).forEach(flow -> findings.add(file, flow,
          "is the default flow and has a condition, which is never asked. Remove one of the two."));
    });
  }

  static SequenceFlow standard(Gateway gateway) {
    return gateway instanceof ExclusiveGateway exclusive ? exclusive.getDefault() : gateway instanceof InclusiveGateway inclusive ? inclusive.getDefault() : null;
  }

  private static void joinUnnamed(ProcessFile file, Findings findings) {
    file.all(Gateway.class).stream().filter(gateway -> gateway.getOutgoing().size() < 2 && !Texts.isBlank(gateway.getName())).forEach(gateway ->
        findings.add(file, gateway, "only joins flows and asks nothing. Remove its name."));
  }

  private static void needed(ProcessFile file, Findings findings) {
    file.all(Gateway.class).stream().filter(gateway -> gateway.getOutgoing().size() < 2 && gateway.getIncoming().size() < 2).forEach(gateway ->
        findings.add(file, gateway, "neither joins nor parts flows. Remove it."));
  }

  private static void conditionAtGateway(ProcessFile file, Findings findings) {
    file.all(SequenceFlow.class).stream().filter(flow -> flow.getConditionExpression() != null)
        .filter(flow -> !(flow.getSource() instanceof Gateway gateway) || !isQuestion(gateway)).forEach(flow -> findings.add(file, flow,
            "has a condition but does not leave a question. Draw a gateway, or remove the condition."));
  }

  private static void boundaryNameShort(ProcessFile file, Findings findings) {
    file.all(BoundaryEvent.class).stream().filter(event -> event.getName() != null && Texts.words(Texts.english(event.getName())) > 1).forEach(event ->
        findings.add(file, event, "has a name of more than one word. Shorten it, like \"Overdue\"."));
  }
}
