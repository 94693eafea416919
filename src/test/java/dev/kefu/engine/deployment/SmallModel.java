package dev.kefu.engine.deployment;

/** The least that is a model. */
final class SmallModel {

  private SmallModel() {
  }

  /** A process of one step. */
  static String of(String processId, String step) {
    return """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="kefu">
          <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1825D">
            <startEvent id="startEvent_asked"/>
            <sequenceFlow id="flow_asked" sourceRef="startEvent_asked" targetRef="step"/>
            %s
            <sequenceFlow id="flow_done" sourceRef="step" targetRef="endEvent_done"/>
            <endEvent id="endEvent_done"/>
          </process>
        </definitions>
        """.formatted(processId, step);
  }

  static String task(String formId) {
    return "<userTask id=\"step\" camunda:formRef=\"%s\" camunda:formRefBinding=\"deployment\"/>".formatted(formId);
  }

  static String rule(String decisionId) {
    return "<businessRuleTask id=\"step\" camunda:decisionRef=\"%s\"/>".formatted(decisionId);
  }
}
