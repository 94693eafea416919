package dev.kefu.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The five changes that a process owner makes, on customer help and its tables: file name to changed content. */
public final class HelpChanges {

  public static final String MODEL = "processes/relationship/customer-help.bpmn";
  public static final String DEADLINES = "processes/relationship/relationship-deadlines.dmn";
  public static final String LIMITS = "processes/relationship/hospitality-limit.dmn";
  public static final String RECORD = "forms/relationship/customer-help-record.form";

  private static final String LESSON_TASK = """
      <bpmn:userTask id="userTask_noteLesson" name="Note lesson&#10;記錄經驗" camunda:modelerTemplate="dev.kefu.deadline" camunda:modelerTemplateVersion="1" camunda:formRef="customer-help-note-lesson" camunda:formRefBinding="deployment" camunda:candidateGroups="customer-service-manager" camunda:dueDate="2wd">
        <bpmn:incoming>flow_takeNoteToNoteLesson</bpmn:incoming>
        <bpmn:outgoing>flow_noteLessonToUnsolved</bpmn:outgoing>
      </bpmn:userTask>
      """;
  private static final String LESSON_FORM = """
      {"type": "default", "id": "customer-help-note-lesson", "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0", "schemaVersion": 16, "components": [
        {"type": "text", "id": "text_intro", "text": "## Note lesson 記錄經驗\\n\\nWrite down what the department learns from it. 請記錄部門可汲取的經驗。"},
        {"type": "textarea", "id": "field_lesson", "key": "lesson.lesson", "label": "Lesson 經驗", "validate": {"required": true, "maxLength": 1000}}]}
      """;
  private static final String ORDER_FIELD = """
      {"type": "textfield", "id": "field_orderNo", "key": "need.orderNo", "label": "Order number 訂單號", "validate": {"maxLength": 40}},
      """;

  private HelpChanges() {
  }

  /** Recording a need may take eight hours instead of four. */
  public static Map<String, String> deadline() {
    return Map.of(name(DEADLINES), edit(read(DEADLINES), "<outputEntry id=\"outputEntry_relationshipDeadlines2_4\"><text>\"4h\"</text>", "<outputEntry id=\"outputEntry_relationshipDeadlines2_4\"><text>\"8h\"</text>"));
  }

  /** A banquet may cost 220 yuan a head instead of 200. */
  public static Map<String, String> limit() {
    return Map.of(name(LIMITS), edit(edit(read(LIMITS), "<text>200</text>", "<text>220</text>"), "150-200 元", "150-220 元"));
  }

  /** Whoever records a need may write down the order's number. */
  public static Map<String, String> field() {
    String form = read(RECORD);
    int field = form.indexOf("\"id\": \"field_answerKnown\"");
    int at = form.lastIndexOf('{', field);
    return Map.of(name(RECORD), form.substring(0, at) + ORDER_FIELD + form.substring(at));
  }

  /** After taking note of what could not be solved, the manager notes what is learnt from it. */
  public static Map<String, String> step() {
    String model = read(MODEL);
    model = edit(model, "<bpmn:flowNodeRef>userTask_takeNote</bpmn:flowNodeRef>", "<bpmn:flowNodeRef>userTask_takeNote</bpmn:flowNodeRef><bpmn:flowNodeRef>userTask_noteLesson</bpmn:flowNodeRef>");
    model = edit(model, "<bpmn:outgoing>flow_takeNoteToUnsolved</bpmn:outgoing>", "<bpmn:outgoing>flow_takeNoteToNoteLesson</bpmn:outgoing>");
    model = edit(model, "<bpmn:incoming>flow_takeNoteToUnsolved</bpmn:incoming>", "<bpmn:incoming>flow_noteLessonToUnsolved</bpmn:incoming>");
    model = edit(model, "<bpmn:endEvent id=\"endEvent_unsolved\"", LESSON_TASK + "<bpmn:endEvent id=\"endEvent_unsolved\"");
    model = edit(model, "<bpmn:sequenceFlow id=\"flow_takeNoteToUnsolved\" sourceRef=\"userTask_takeNote\" targetRef=\"endEvent_unsolved\" />",
        "<bpmn:sequenceFlow id=\"flow_takeNoteToNoteLesson\" sourceRef=\"userTask_takeNote\" targetRef=\"userTask_noteLesson\" />"
            + "<bpmn:sequenceFlow id=\"flow_noteLessonToUnsolved\" sourceRef=\"userTask_noteLesson\" targetRef=\"endEvent_unsolved\" />");
    model = model.replaceFirst("(?s)<bpmndi:BPMNEdge id=\"flow_takeNoteToUnsolved_di\".*?</bpmndi:BPMNEdge>",
        "<bpmndi:BPMNEdge id=\"flow_takeNoteToNoteLesson_di\" bpmnElement=\"flow_takeNoteToNoteLesson\"><di:waypoint x=\"3610\" y=\"1370\" /><di:waypoint x=\"3640\" y=\"1370\" /></bpmndi:BPMNEdge>"
            + "<bpmndi:BPMNEdge id=\"flow_noteLessonToUnsolved_di\" bpmnElement=\"flow_noteLessonToUnsolved\"><di:waypoint x=\"3750\" y=\"1370\" /><di:waypoint x=\"3780\" y=\"1370\" /></bpmndi:BPMNEdge>");
    model = model.replaceFirst("(?s)(<bpmndi:BPMNShape id=\"endEvent_unsolved_di\"[^>]*>\\s*)<dc:Bounds [^>]*/>(\\s*<bpmndi:BPMNLabel>\\s*)<dc:Bounds [^>]*/>",
        "<bpmndi:BPMNShape id=\"userTask_noteLesson_di\" bpmnElement=\"userTask_noteLesson\"><dc:Bounds x=\"3640\" y=\"1330\" width=\"110\" height=\"80\" /></bpmndi:BPMNShape>"
            + "$1<dc:Bounds x=\"3780\" y=\"1352\" width=\"36\" height=\"36\" />$2<dc:Bounds x=\"3765\" y=\"1392\" width=\"66\" height=\"28\" />");
    return Map.of(name(MODEL), model, "customer-help-note-lesson.form", LESSON_FORM);
  }

  /** The finance manager instead of the department's takes note of what could not be solved. */
  public static Map<String, String> approver() {
    String model = edit(read(MODEL), "camunda:formRef=\"customer-help-take-note\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"customer-service-manager\"",
        "camunda:formRef=\"customer-help-take-note\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"finance-manager\"");
    return Map.of(name(MODEL), model.replace("lane_customerServiceManager", "lane_financeManager").replace("name=\"Customer-service manager&#10;客戶服務部經理\"", "name=\"Finance manager&#10;財務部經理\""));
  }

  /** The step Answer gets another id: cases that stand there cannot follow. */
  public static Map<String, String> renamedStep() {
    return Map.of(name(MODEL), read(MODEL).replace("userTask_answer", "userTask_reply").replace("flow_answerToAskCustomer", "flow_replyToAskCustomer"),
        name(DEADLINES), edit(read(DEADLINES), "<inputEntry id=\"inputEntry_relationshipDeadlines3_2\"><text>\"answer\"</text>", "<inputEntry id=\"inputEntry_relationshipDeadlines3_2\"><text>\"reply\"</text>"));
  }

  /** The question Which way? asks for a variable that the first automatic step sets: cases past it do not have it. */
  public static Map<String, String> askedVariable() {
    String model = edit(read(MODEL), "<bpmn:documentation>Opens the register of help cases (designed).</bpmn:documentation>", "<bpmn:documentation>Opens the register of help cases (designed).</bpmn:documentation>"
        + "<bpmn:extensionElements><camunda:properties><camunda:property name=\"sets\" value=\"urgentNeed\" /></camunda:properties></bpmn:extensionElements>");
    return Map.of(name(MODEL), edit(model, "${route == 'training'}", "${route == 'training' &amp;&amp; urgentNeed != 'yes'}"));
  }

  public static String read(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Replaces the first occurrence; a text that does not stand there is a mistake of the test. */
  public static String edit(String text, String old, String now) {
    int at = text.indexOf(old);
    if (at < 0) {
      throw new IllegalArgumentException("It does not hold " + old);
    }
    return text.substring(0, at) + now + text.substring(at + old.length());
  }
}
