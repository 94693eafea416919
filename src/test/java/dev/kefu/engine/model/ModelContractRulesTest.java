package dev.kefu.engine.model;

import static dev.kefu.engine.model.Sample.DEADLINES;
import static dev.kefu.engine.model.Sample.PART;
import static dev.kefu.engine.model.Sample.PROCESS;
import static dev.kefu.engine.model.Sample.RECORD;
import static dev.kefu.engine.model.Sample.REVIEW;
import static dev.kefu.engine.model.Sample.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the contract fires on a sample that breaks it, and names what is broken. */
class ModelContractRulesTest {

  @TempDir
  Path folder;

  private static final String TIMER = "<bpmn:timerEventDefinition><bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">0 0 9 * * ?</bpmn:timeCycle></bpmn:timerEventDefinition>";

  /**
   * @param rule that must fire
   * @param names what the message must hold: the element's name or id
   */
  record Break(String rule, String names, UnaryOperator<Sample> how) {

    @Override
    public String toString() {
      return rule + " names " + names;
    }
  }

  private static Break edit(String rule, String names, String file, String old, String changed) {
    return new Break(rule, names, sample -> sample.edit(file, old, changed));
  }

  static List<Break> files() {
    return List.of(
        edit("file-readable", "cannot be read", PROCESS, "<bpmn:laneSet", "<bpmn:laneSets"),
        new Break("file-readable", "neither a model", sample -> sample.write("processes/relationship/notes.txt", "x")),
        new Break("file-named-after-id", "other-grade", sample -> sample.move(TABLE, "processes/relationship/other-grade.dmn")),
        edit("file-kebab-case", "sampleGrade", TABLE, "decision id=\"sample-grade\"", "decision id=\"sampleGrade\""),
        new Break("file-id-unique", "sample-grade", sample -> sample.write("processes/complaint/sample-grade.dmn", sample.read(TABLE))),
        new Break("file-in-capability-folder", "relations", sample -> sample.move(TABLE, "processes/relations/sample-grade.dmn")),
        new Break("form-beside-process", "complaint", sample -> sample.move(REVIEW, "forms/complaint/sample-case-review.form")),
        new Break("form-beside-process", "No process", sample -> sample.write("forms/relationship/lone.form", sample.read(REVIEW).replace("sample-case-review", "lone"))),
        new Break("form-used", "No task", sample -> sample.write("forms/relationship/sample-case-old.form", sample.read(REVIEW).replace("sample-case-review", "sample-case-old"))),
        new Break("decision-used", "No business rule task", sample -> sample.write("processes/relationship/old-grade.dmn", sample.read(TABLE).replace("sample-grade", "old-grade"))),
        edit("delegate-known", "registerOtherDelegate", PROCESS, "registerSampleDelegate", "registerOtherDelegate"),
        new Break("delegate-known", "goneDelegate", sample -> sample.write("processes/.camunda/element-templates/gone.json", "[{\"value\": \"${goneDelegate}\"}]")));
  }

  static List<Break> processes() {
    return List.of(
        edit("process-alone", "Sample case", PROCESS, "isExecutable=\"true\"", "isExecutable=\"false\""),
        edit("process-named", "sample-case", PROCESS, "<bpmn:process id=\"sample-case\" name=\"Sample case&#10;樣例\"", "<bpmn:process id=\"sample-case\" name=\"Sample case\""),
        edit("process-versioned", "version tag", PROCESS, "camunda:versionTag=\"1\"", ""),
        edit("process-history", "P1825D", PROCESS, "P1825D", "P365D"),
        edit("process-platform", "7.24.0", PROCESS, "executionPlatformVersion=\"7.24.0\"", "executionPlatformVersion=\"7.20.0\""),
        edit("process-case-number", "caseNumberPrefix", PROCESS, "value=\"SMP\"", "value=\"smp1\""),
        edit("process-case-number", "caseNumberPrefix", PROCESS, "caseNumberPrefix", "prefix"),
        new Break("process-case-number-unique", "SMP", sample -> sample.edit(PART, "<bpmn:startEvent", "<bpmn:extensionElements><camunda:properties>"
            + "<camunda:property name=\"caseNumberPrefix\" value=\"SMP\" /></camunda:properties></bpmn:extensionElements><bpmn:startEvent")),
        edit("process-customer-notices", "thanks", PROCESS, "value=\"SMP\" />", "value=\"SMP\" /><camunda:property name=\"customerNotices\" value=\"thanks\" />"),
        new Break("process-customer-notices", "no step sets customerCode", sample -> sample.edit(PART, "<bpmn:startEvent", "<bpmn:extensionElements><camunda:properties>"
            + "<camunda:property name=\"customerNotices\" value=\"receipt\" /></camunda:properties></bpmn:extensionElements><bpmn:startEvent")),
        edit("process-one-plain-start", "2 plain start events", PART, "<bpmn:serviceTask", "<bpmn:startEvent id=\"startEvent_two\" /><bpmn:serviceTask"),
        edit("process-one-plain-start", "beside a timer", PART, "<bpmn:serviceTask", "<bpmn:startEvent id=\"startEvent_two\">" + TIMER + "</bpmn:startEvent><bpmn:serviceTask"),
        edit("process-one-plain-start", "startEvent_asked", PROCESS, "<bpmn:startEvent id=\"startEvent_asked\"", "<bpmn:startEvent camunda:formRef=\"x\" id=\"startEvent_asked\""),
        edit("process-starters-step", "startEvent_asked", PROCESS, "camunda:assignee=\"${starter}\"", "camunda:candidateGroups=\"call-center-agent\""),
        takesUp("process-starters-step", "startEvent_asked", "flow_other"),
        edit("process-size", "activities and gateways", PART, "<bpmn:endEvent", "<bpmn:task id=\"task_%d\" />".repeat(40).transform(ModelContractRulesTest::numbered) + "<bpmn:endEvent"));
  }

  /** Puts a bean and a question before the first step, as where others call the process too. */
  private static Break takesUp(String rule, String names, String standard) {
    return new Break(rule, names, sample -> takenUp(sample, standard));
  }

  private static Sample takenUp(Sample sample, String standard) {
    return sample.edit(PROCESS, "<bpmn:sequenceFlow id=\"flow_askedToRecord\" sourceRef=\"startEvent_asked\" targetRef=\"userTask_record\" />",
        "<bpmn:serviceTask id=\"serviceTask_takeUp\" camunda:delegateExpression=\"${registerSampleDelegate}\"><bpmn:outgoing>flow_takeUpToCalled</bpmn:outgoing></bpmn:serviceTask>"
            + "<bpmn:exclusiveGateway id=\"gateway_called\" default=\"" + standard + "\"><bpmn:outgoing>flow_person</bpmn:outgoing><bpmn:outgoing>flow_other</bpmn:outgoing></bpmn:exclusiveGateway>"
            + "<bpmn:sequenceFlow id=\"flow_askedToRecord\" sourceRef=\"startEvent_asked\" targetRef=\"serviceTask_takeUp\" />"
            + "<bpmn:sequenceFlow id=\"flow_takeUpToCalled\" sourceRef=\"serviceTask_takeUp\" targetRef=\"gateway_called\" />"
            + "<bpmn:sequenceFlow id=\"flow_person\" sourceRef=\"gateway_called\" targetRef=\"userTask_record\" />"
            + "<bpmn:sequenceFlow id=\"flow_other\" sourceRef=\"gateway_called\" targetRef=\"endEvent_closed\" />");
  }

  private static String numbered(String tasks) {
    StringBuilder text = new StringBuilder(tasks);
    for (int i = 0, at = text.indexOf("%d"); at >= 0; i++, at = text.indexOf("%d")) {
      text.replace(at, at + 2, String.valueOf(i));
    }
    return text.toString();
  }

  static List<Break> elements() {
    return List.of(
        new Break("element-id", "Activity_1x", sample -> sample.write(PART, sample.read(PART).replace("serviceTask_check", "Activity_1x"))),
        new Break("element-id", "Flow_1x", sample -> sample.write(PART, sample.read(PART).replace("flow_calledToCheck", "Flow_1x"))),
        new Break("element-id", "Message_1x", sample -> sample.write(PROCESS, sample.read(PROCESS).replace("message_withdraw", "Message_1x"))),
        edit("element-id", "Definitions_1x", PART, "definitions_sampleCaseCheck", "Definitions_1x"),
        edit("element-named", "userTask_review", PROCESS, "Review answer&#10;審閱", "Review answer 審閱"),
        edit("element-named", "endEvent_solved", PROCESS, "name=\"Question answered&#10;已解答\"", ""),
        edit("element-named", "flow_hard", PROCESS, "name=\"hard&#10;難\"", ""),
        edit("element-named", "lane_relationshipSupervisor", PROCESS, "Supervisor&#10;主管", "Supervisor"),
        edit("element-without-code", "serviceTask_check", PART, "camunda:delegateExpression=\"${checkSampleDelegate}\"", "camunda:class=\"dev.kefu.Check\""),
        edit("element-without-code", "serviceTask_check", PART, "camunda:delegateExpression=\"${checkSampleDelegate}\"", "camunda:expression=\"${bean.check()}\""),
        edit("element-without-code", "serviceTask_check", PART, "<camunda:properties>",
            "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"javascript\">x</camunda:script></camunda:executionListener><camunda:properties>"),
        edit("element-simple-expression", "flow_hard", PROCESS, "${grade == 'hard' &amp;&amp; !keyAccount}", "${bean.isHard(grade)}"),
        edit("element-simple-expression", "userTask_review", PROCESS, "camunda:dueDate=\"2wd\"", "camunda:dueDate=\"${keyAccount ? '1wd' : '2wd'}\""),
        edit("element-retries", "serviceTask_check", PART, "<camunda:properties>", "<camunda:failedJobRetryTimeCycle>R3/PT1H</camunda:failedJobRetryTimeCycle><camunda:properties>"));
  }

  static List<Break> tasks() {
    return List.of(
        edit("task-kind", "userTask_review", PROCESS, "<bpmn:sequenceFlow id=\"flow_askedToRecord\"", "<bpmn:manualTask id=\"userTask_reviewByHand\" /><bpmn:sequenceFlow id=\"flow_askedToRecord\""),
        edit("task-form", "no form", PROCESS, "camunda:formRef=\"sample-case-review\"", ""),
        edit("task-form", "userTask_review", PROCESS, "camunda:formRef=\"sample-case-review\"", "camunda:formRef=\"sample-case-revue\""),
        edit("task-form", "userTask_record", PROCESS, "camunda:formRefBinding=\"deployment\"", "camunda:formRefBinding=\"latest\""),
        edit("task-who", "for nobody", PROCESS, "camunda:candidateGroups=\"relationship-supervisor\"", ""),
        edit("task-who", "names a person", PROCESS, "camunda:candidateGroups=\"relationship-supervisor\"", "camunda:assignee=\"wang\""),
        edit("task-who", "property roles", PROCESS, "camunda:candidateGroups=\"relationship-supervisor\"", "camunda:candidateGroups=\"${handlerRole}\""),
        edit("task-roles-known", "relation-supervisor", PROCESS, "camunda:candidateGroups=\"relationship-supervisor\"", "camunda:candidateGroups=\"relation-supervisor\""),
        edit("task-role-logs-in", "\"customer\", who never logs in", PROCESS, "camunda:candidateGroups=\"relationship-supervisor\"", "camunda:candidateGroups=\"customer\""),
        new Break("lane-role", "lane_boss", sample -> sample.write(PROCESS, sample.read(PROCESS).replace("lane_relationshipSupervisor", "lane_boss"))),
        edit("task-lane", "Review answer", PROCESS, "camunda:candidateGroups=\"relationship-supervisor\"", "camunda:candidateGroups=\"call-center-agent\""),
        edit("task-due", "banana", PROCESS, "camunda:dueDate=\"2wd\"", "camunda:dueDate=\"banana\""),
        edit("task-bean", "serviceTask_check", PART, "${checkSampleDelegate}", "${checker}"),
        edit("task-decision", "sample-mark", PROCESS, "camunda:decisionRef=\"sample-grade\"", "camunda:decisionRef=\"sample-mark\""),
        edit("task-decision", "businessRuleTask_grade", PROCESS, "camunda:decisionRefBinding=\"deployment\"", ""),
        edit("task-decision", "does nothing", PROCESS, "camunda:resultVariable=\"grade\"", ""),
        edit("task-decision", "gives one row", PROCESS, "camunda:mapDecisionResult=\"singleEntry\"", ""));
  }

  static List<Break> fourEyes() {
    return List.of(
        edit("four-eyes-place", "serviceTask_register", PROCESS, "value=\"keyAccount, handlerRole\" />", "value=\"keyAccount, handlerRole\" /><camunda:property name=\"fourEyes\" value=\"userTask_record\" />"),
        bar("four-eyes-steps", "userTask_gone", "fourEyes", "userTask_record, userTask_gone"),
        bar("four-eyes-steps", "serviceTask_register", "fourEyes", "serviceTask_register"),
        bar("four-eyes-persons", "drafter", "fourEyesPersons", "starter, drafter"));
  }

  /** The called part of the sample bars performers: what it names may stand in its caller. */
  private static Break bar(String rule, String names, String property, String value) {
    return edit(rule, names, PART, "<camunda:property name=\"sets\"", "<camunda:property name=\"" + property + "\" value=\"" + value + "\" /><camunda:property name=\"sets\"");
  }

  static List<Break> callsAndEvents() {
    return List.of(
        edit("call-known", "sample-check", PROCESS, "calledElement=\"sample-case-check\"", "calledElement=\"sample-check\""),
        edit("call-version", "callActivity_check", PROCESS, "camunda:calledElementBinding=\"deployment\"", ""),
        edit("call-mappings", "maps all", PROCESS, "<camunda:in source=\"grade\" target=\"grade\" />", "<camunda:in variables=\"all\" />"),
        edit("call-given", "mark", PROCESS, "<camunda:in source=\"grade\"", "<camunda:in source=\"mark\""),
        edit("call-given", "approved", PROCESS, "<camunda:out source=\"checked\"", "<camunda:out source=\"approved\""),
        edit("call-to-come", "0 are expected", PROCESS, "calledElement=\"sample-case-check\"", "calledElement=\"procedure-to-come\""),
        edit("message-named", "message_withdraw", PROCESS, "name=\"withdraw\"", "name=\"Message_1\""),
        edit("message-reachable", "nobody can report", PROCESS, "eventForm", "form"),
        edit("message-reachable", "sample-case-leave", PROCESS, "value=\"sample-case-withdraw\"", "value=\"sample-case-leave\""),
        edit("message-reachable", "janitor", PROCESS, "starter,relationship-supervisor", "starter,janitor"),
        new Break("message-start-alone", "startEvent_lead", sample -> startedBy(startedBy(sample, PROCESS, "message", "lead"), PART, "message", "lead")),
        new Break("signal-sent", "startEvent_news", sample -> startedBy(sample, PROCESS, "signal", "news")),
        edit("message-withdraw", "Sample case", PROCESS, "triggeredByEvent=\"true\"", ""),
        edit("message-withdraw", "Case withdrawn", PROCESS, "eventUntil", "until"),
        edit("message-until", "userTask_gone", PROCESS, "value=\"userTask_review\"", "value=\"userTask_gone\""),
        edit("message-sent", "endEvent_solved", PROCESS, "<bpmn:incoming>flow_checkToSolved</bpmn:incoming>",
            "<bpmn:incoming>flow_checkToSolved</bpmn:incoming><bpmn:messageEventDefinition messageRef=\"message_withdraw\" />"),
        sends("message-sent-named", "input parameter message", "sendTask", ""),
        sends("message-sent-named", "goods-returned", "sendTask", "<camunda:inputParameter name=\"message\">goods-lost</camunda:inputParameter>"),
        sends("message-sent-named", "all would end", "sendTask", "<camunda:inputParameter name=\"message\">withdraw</camunda:inputParameter>"),
        sends("message-sent-named", "does not look like it", "serviceTask", "<camunda:inputParameter name=\"message\">lead</camunda:inputParameter>"),
        edit("message-sent-named", "drawn with the message", PROCESS, "<bpmn:incoming>flow_checkToSolved</bpmn:incoming>", "<bpmn:extensionElements><camunda:inputOutput>"
            + "<camunda:inputParameter name=\"message\">lead</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements><bpmn:incoming>flow_checkToSolved</bpmn:incoming>"
            + "<bpmn:messageEventDefinition messageRef=\"message_withdraw\" camunda:delegateExpression=\"${sendMessageDelegate}\" />"),
        sends("message-facts-known", "\"mark\"", "sendTask", "<camunda:inputParameter name=\"message\">lead</camunda:inputParameter><camunda:inputParameter name=\"facts\">grade, mark</camunda:inputParameter>"),
        sends("message-facts-known", "\"question\"", "sendTask", "<camunda:inputParameter name=\"message\">lead</camunda:inputParameter><camunda:inputParameter name=\"facts\">question</camunda:inputParameter>"),
        edit("timer-readable", "event_overdue", PROCESS, ">4wd<", ">4 days<"),
        new Break("error-matched", "never thrown", sample -> sample.edit(PROCESS, "errorCode=\"answerRefused\"", "errorCode=\"other\"")),
        new Break("error-matched", "does not catch", sample -> sample.edit(PROCESS, "errorCode=\"answerRefused\"", "errorCode=\"other\"")),
        edit("outcome-code", "endEvent_refused", PART, "errorCode=\"answerRefused\"", "errorCode=\"Answer refused\""),
        edit("link-paired", "link_lateOut", PROCESS, "name=\"Late\" />", "name=\"Early\" />"));
  }

  private static Sample startedBy(Sample sample, String file, String type, String name) {
    return sample.edit(file, "</bpmn:process>", "<bpmn:startEvent id=\"startEvent_" + name + "\"><bpmn:" + type + "EventDefinition " + type + "Ref=\"" + type + "_" + name + "\" /></bpmn:startEvent>"
        + "</bpmn:process><bpmn:" + type + " id=\"" + type + "_" + name + "\" name=\"" + name + "\" />");
  }

  /** Makes the registering step send a message. */
  private static Break sends(String rule, String names, String type, String inputs) {
    return new Break(rule, names, sample -> sample.write(PROCESS, sample.read(PROCESS).replaceFirst(
        "(?s)<bpmn:serviceTask id=\"serviceTask_register\"([^>]*)registerSampleDelegate(.*?)</bpmn:extensionElements>(.*?)</bpmn:serviceTask>",
        "<bpmn:" + type + " id=\"" + type + "_register\"$1sendMessageDelegate$2<camunda:inputOutput>" + inputs + "</camunda:inputOutput></bpmn:extensionElements>$3</bpmn:" + type + ">")
        .replace("serviceTask_register", type + "_register")));
  }

  static List<Break> gateways() {
    return List.of(
        edit("gateway-question-short", "gateway_grade", PROCESS, "Which grade?&#10;", "Which grade is it now?&#10;"),
        edit("gateway-answer-short", "flow_hard", PROCESS, "name=\"hard&#10;難\"", "name=\"hard to answer&#10;難\""),
        new Break("gateway-four-answers", "5 answers", sample -> sample.edit(PROCESS, "<bpmn:sequenceFlow id=\"flow_reviewToCheck\"", Stream.of("a", "b", "c")
            .map(id -> "<bpmn:sequenceFlow id=\"flow_" + id + "\" sourceRef=\"gateway_grade\" targetRef=\"endEvent_closed\" />").collect(Collectors.joining())
            + "<bpmn:sequenceFlow id=\"flow_reviewToCheck\"").edit(PROCESS, "<bpmn:outgoing>flow_easy</bpmn:outgoing>",
            "<bpmn:outgoing>flow_easy</bpmn:outgoing><bpmn:outgoing>flow_a</bpmn:outgoing><bpmn:outgoing>flow_b</bpmn:outgoing><bpmn:outgoing>flow_c</bpmn:outgoing>")),
        edit("gateway-decides", "flow_easy", PROCESS, "default=\"flow_easy\"", ""),
        edit("gateway-decides", "flow_hard", PROCESS, "default=\"flow_easy\"", "default=\"flow_hard\""),
        edit("gateway-join-unnamed", "gateway_idle", PROCESS, "<bpmn:sequenceFlow id=\"flow_askedToRecord\"", "<bpmn:exclusiveGateway id=\"gateway_idle\" name=\"Idle\" /><bpmn:sequenceFlow id=\"flow_askedToRecord\""),
        edit("gateway-needed", "gateway_idle", PROCESS, "<bpmn:sequenceFlow id=\"flow_askedToRecord\"", "<bpmn:exclusiveGateway id=\"gateway_idle\" /><bpmn:sequenceFlow id=\"flow_askedToRecord\""),
        edit("condition-at-gateway", "flow_reviewToCheck", PROCESS, "targetRef=\"callActivity_check\" />",
            "targetRef=\"callActivity_check\"><bpmn:conditionExpression>${keyAccount}</bpmn:conditionExpression></bpmn:sequenceFlow>"),
        edit("boundary-name-short", "event_overdue", PROCESS, "Overdue&#10;", "Much overdue&#10;"));
  }

  static List<Break> variables() {
    return List.of(
        edit("variable-set", "flow_hard", PROCESS, "value=\"keyAccount, handlerRole\"", "value=\"handlerRole\""),
        edit("variable-set", "flow_right", PROCESS, "<camunda:in source=\"grade\" target=\"grade\" />", "<camunda:in source=\"grade\" target=\"mark\" />"),
        edit("condition-plain", "question", PROCESS, "${grade == 'hard' &amp;&amp; !keyAccount}", "${question.kind == 'service'}"),
        edit("fact-required", "question.phone", PROCESS, "question.prop('text')", "question.prop('phone')"),
        edit("decision-inputs-known", "keyCustomer", TABLE, "<text>keyAccount</text>", "<text>keyCustomer</text>"),
        new Break("root-in-one-form", "question", sample -> sample.edit(REVIEW, "review.accepted", "question.accepted")),
        edit("form-shows-known", "question.txt", REVIEW, "{{shown.question.text}}", "{{shown.question.txt}}"),
        edit("form-shows-known", "mark", REVIEW, "{{grade}}", "{{mark}}"));
  }

  static List<Break> forms() {
    return List.of(
        edit("form-checkable", "cannot check", RECORD, "\"type\": \"radio\"", "\"type\": \"slider\""),
        edit("form-platform", "7.24.0", RECORD, "\"schemaVersion\": 16", "\"schemaVersion\": 12"),
        edit("form-platform", "7.24.0", RECORD, "\"executionPlatformVersion\": \"7.24.0\"", "\"executionPlatformVersion\": \"8.5.0\""),
        edit("form-kinds", "field_kind", RECORD, "\"type\": \"radio\"", "\"type\": \"filepicker\""),
        edit("form-component-id", "Field_1x", RECORD, "field_kind", "Field_1x"),
        edit("form-component-id", "another component", RECORD, "field_kind", "field_text"),
        edit("form-key", "kind", RECORD, "\"question.kind\"", "\"kind\""),
        edit("form-one-root", "below one root", RECORD, "\"question.kind\"", "\"query.kind\""),
        edit("form-says-what-to-do", "does not say what to do", RECORD, "\\n\\nWrite down what is asked. 記錄客戶的問題。", "\\n\\n**{{shown.caseNumber}}**"),
        edit("form-expression", "Value 金額", RECORD, "question.kind = ", "question.kind == ="),
        edit("field-label", "field_kind", RECORD, "Kind 種類", "Kind"),
        edit("field-max-length", "Question 問題", RECORD, "\"maxLength\": 1000", "\"maxLength\": 0"),
        edit("field-pattern", "Phone 電話", RECORD, "{7,15}$", "{7,15}"),
        edit("field-no-preset", "Phone 電話", RECORD, "\"maxLength\": 16,", "\"maxLength\": 16, \"validationType\": \"phone\","),
        edit("field-money", "Value 金額", RECORD, "\"decimalDigits\": 2", "\"decimalDigits\": 1"),
        edit("field-date", "Asked on 提問日期", RECORD, "\"subtype\": \"date\"", "\"subtype\": \"time\""),
        edit("field-options", "Product", RECORD, "Product 產品", "Product"),
        edit("field-options", "in-store", RECORD, "\"value\": \"product\"", "\"value\": \"in-store\""),
        edit("field-list", "Goods 商品", RECORD, "\"minRows\": \"1\"", "\"minRows\": \"one\""),
        edit("field-properties", "secret", RECORD, "\"classified\"", "\"secret\""),
        edit("field-properties", "no effect", RECORD, "\"classified\"", "\"attachment\": \"image\", \"classified\""),
        edit("field-attachment", "the photo", RECORD, "\"attachment\": \"photo\"", "\"attachment\": \"the photo\""),
        edit("field-classified-roles", "janitor", RECORD, "\"relationship-supervisor\"", "\"janitor\""));
  }

  static List<Break> decisions() {
    return List.of(
        edit("decision-named", "sample-grade", TABLE, "<decision id=\"sample-grade\" name=\"Sample grade 樣例分級\"", "<decision id=\"sample-grade\" name=\"Sample grade\""),
        edit("decision-released", "version tag", TABLE, "camunda:versionTag=\"1\"", ""),
        edit("decision-columns", "Kind", TABLE, "Kind 種類", "Kind"),
        edit("decision-columns", "Grade 等級", TABLE, "name=\"grade\"", "name=\"The grade\""),
        edit("decision-hit-policy", "sample-grade", TABLE, "hitPolicy=\"FIRST\"", "hitPolicy=\"PRIORITY\""),
        edit("decision-rows", "Row 3", TABLE, "<text>\"easy\"</text>", "<text></text>"),
        edit("decision-rows", "Row 2", TABLE, "<description>Products are hard 產品</description>", ""),
        edit("decision-cells", "Row 1", TABLE, "<text>\"service\"</text>", "<text>\"service</text>"),
        edit("decision-row-reachable", "Row 3", TABLE, "<text>\"product\"</text>", "<text></text>"));
  }

  static List<Break> pictures() {
    return List.of(
        new Break("picture-complete", "flow_askedToRecord", sample -> sample.write(PROCESS,
            sample.read(PROCESS).replaceFirst("(?s)<bpmndi:BPMNEdge id=\"flow_askedToRecord_di\".*?</bpmndi:BPMNEdge>", ""))),
        edit("picture-open", "Withdrawal", PROCESS, "isExpanded=\"true\"", "isExpanded=\"false\""),
        move("picture-no-overlap", "userTask_record", "userTask_record", "startEvent_asked", 0, 0),
        move("picture-in-lane", "endEvent_closed", "endEvent_closed", "userTask_review", 0, 200),
        move("picture-left-to-right", "serviceTask_register", "serviceTask_register", "startEvent_asked", -60, 90),
        line("picture-no-crossing", "flow_recordToRegister", "flow_recordToRegister", "flow_gradeToQuestion"),
        new Break("picture-flow-around", "flow_askedToRecord", sample -> sample.write(PROCESS, sample.read(PROCESS).replaceFirst(
            "(?s)(<bpmndi:BPMNEdge id=\"flow_askedToRecord_di\"[^>]*>).*?(</bpmndi:BPMNEdge>)", "$1<di:waypoint x=\"0\" y=\""
                + middle(sample, "serviceTask_register") + "\" /><di:waypoint x=\"5000\" y=\"" + middle(sample, "serviceTask_register") + "\" />$2"))),
        new Break("picture-labels-free", "gateway_grade", sample -> label(sample, "gateway_grade", "userTask_record")));
  }

  private static final String BOUNDS = "<dc:Bounds x=\"(\\d+)\" y=\"(\\d+)\" width=\"(\\d+)\" height=\"(\\d+)\" />";

  private static int[] bounds(Sample sample, String id) {
    var found = Pattern.compile("(?s)<bpmndi:BPMNShape id=\"" + id + "_di\"[^>]*>\\s*" + BOUNDS).matcher(sample.read(PROCESS));
    assertThat(found.find()).as(id + " is drawn").isTrue();
    return Stream.of(1, 2, 3, 4).mapToInt(group -> Integer.parseInt(found.group(group))).toArray();
  }

  private static int middle(Sample sample, String id) {
    return bounds(sample, id)[1] + bounds(sample, id)[3] / 2;
  }

  /** Draws an element where another one is, some pixels away. */
  private static Break move(String rule, String names, String id, String to, int right, int down) {
    return new Break(rule, names, sample -> {
      int[] place = bounds(sample, to);
      return sample.write(PROCESS, sample.read(PROCESS).replaceFirst("(?s)(<bpmndi:BPMNShape id=\"" + id + "_di\"[^>]*>\\s*)<dc:Bounds x=\"\\d+\" y=\"\\d+\"",
          "$1<dc:Bounds x=\"" + (place[0] + right) + "\" y=\"" + (place[1] + down) + "\""));
    });
  }

  /** Leads a flow across the middle of another one. */
  private static Break line(String rule, String names, String id, String across) {
    return new Break(rule, names, sample -> {
      var points = Pattern.compile("(?s)<bpmndi:BPMNEdge id=\"" + across + "_di\"[^>]*>\\s*<di:waypoint x=\"(\\d+)\" y=\"(\\d+)\" />\\s*<di:waypoint x=\"(\\d+)\"")
          .matcher(sample.read(PROCESS));
      assertThat(points.find()).isTrue();
      int x = (Integer.parseInt(points.group(1)) + Integer.parseInt(points.group(3))) / 2;
      int y = Integer.parseInt(points.group(2));
      return sample.write(PROCESS, sample.read(PROCESS).replaceFirst("(?s)(<bpmndi:BPMNEdge id=\"" + id + "_di\"[^>]*>).*?(</bpmndi:BPMNEdge>)",
          "$1<di:waypoint x=\"" + x + "\" y=\"" + (y - 30) + "\" /><di:waypoint x=\"" + x + "\" y=\"" + (y + 30) + "\" />$2"));
    });
  }

  private static Sample label(Sample sample, String id, String on) {
    int[] place = bounds(sample, on);
    return sample.write(PROCESS, sample.read(PROCESS).replaceFirst("(?s)(<bpmndi:BPMNShape id=\"" + id + "_di\".*?<bpmndi:BPMNLabel>\\s*)<dc:Bounds x=\"\\d+\" y=\"\\d+\"",
        "$1<dc:Bounds x=\"" + place[0] + "\" y=\"" + place[1] + "\""));
  }

  static List<Break> deadlines() {
    return List.of(
        edit("deadline-table", "relationship-deadlines", DEADLINES, "hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\""),
        edit("deadline-table", "relationship-deadlines", DEADLINES, "name=\"anchor\"", "name=\"from\""),
        new Break("deadline-table", "complaint-deadlines", sample -> sample.move(DEADLINES, "processes/complaint/relationship-deadlines.dmn")),
        edit("deadline-step-known", "\"write\"", DEADLINES, "\"record\"", "\"write\""),
        edit("deadline-step-known", "\"simple-case\"", DEADLINES, "\"sample-case\"", "\"simple-case\""),
        edit("deadline-readable", "4 hours", DEADLINES, "\"4h\"", "\"4 hours\""),
        edit("deadline-readable", "unknownSpan", DEADLINES, "\"4h\"", "unknownSpan"),
        edit("deadline-anchor", "\"start\"", DEADLINES, "\"created\"", "\"start\""),
        edit("deadline-anchor", "end:userTask_gone", DEADLINES, "\"created\"", "\"end:userTask_gone\""),
        edit("deadline-anchor", "date:question.never", DEADLINES, "\"created\"", "\"date:question.never\""),
        edit("deadline-anchor", "since:never", DEADLINES, "\"created\"", "\"since:never\""),
        edit("deadline-for-every-task", "userTask_review", PROCESS, "camunda:dueDate=\"2wd\"", ""),
        edit("deadline-for-every-task", "userTask_record", DEADLINES, "\"record\"", "\"review\""),
        edit("deadline-once", "userTask_review", DEADLINES, "\"record\"", "\"record\",\"review\""));
  }

  private static final String BLOCK = "processes/.camunda/element-templates/check.json";
  private static final String CHECK_BLOCK = """
      {"id": "sample.check", "name": "Check", "version": 1, "appliesTo": ["bpmn:ServiceTask"], "properties": [
        {"type": "Hidden", "value": "${checkSampleDelegate}", "binding": {"type": "property", "name": "camunda:delegateExpression"}},
        {"label": "It sets", "type": "String", "binding": {"type": "camunda:property", "name": "sets"},
         "constraints": {"notEmpty": true, "pattern": {"value": "^[a-z]+$", "message": "Write small letters."}}}]}""";

  /** The checking step of the sample's part is made with a building block. */
  private static Sample made(Sample sample, String block, String version) {
    return sample.write(BLOCK, "[" + CHECK_BLOCK + "]").edit(PART, "camunda:delegateExpression=\"${checkSampleDelegate}\"",
        "camunda:delegateExpression=\"${checkSampleDelegate}\" camunda:modelerTemplate=\"" + block + "\" camunda:modelerTemplateVersion=\"" + version + "\"");
  }

  static List<Break> templates() {
    return List.of(
        new Break("template-names-known", "\"secret\"", sample -> made(sample, "sample.check", "1").write(BLOCK, "[" + CHECK_BLOCK.replace("\"sets\"", "\"secret\"") + "]")),
        new Break("template-unique", "sample.check", sample -> sample.write(BLOCK, "[" + CHECK_BLOCK + "," + CHECK_BLOCK + "]")),
        new Break("template-known", "sample.gone", sample -> made(sample, "sample.gone", "1")),
        new Break("template-known", "version 2", sample -> made(sample, "sample.check", "2")),
        new Break("template-applied", "serviceTask_check", sample -> sample.write(BLOCK, "[" + CHECK_BLOCK + "]")),
        new Break("template-kept", "registerSampleDelegate", sample -> made(sample, "sample.check", "1").edit(PART, "${checkSampleDelegate}", "${registerSampleDelegate}")),
        new Break("template-kept", "\"It sets\"", sample -> made(sample, "sample.check", "1").edit(PART, "value=\"checked\"", "value=\"\"")),
        new Break("template-kept", "Write small letters", sample -> made(sample, "sample.check", "1").edit(PART, "value=\"checked\"", "value=\"checked1\"")),
        new Break("template-kept", "none for this kind", sample -> made(sample, "sample.check", "1").write(BLOCK, "[" + CHECK_BLOCK.replace("ServiceTask", "UserTask") + "]")));
  }

  static Stream<Break> all() {
    return Stream.of(templates(), files(), processes(), elements(), tasks(), fourEyes(), callsAndEvents(), gateways(), variables(), forms(), decisions(), deadlines(), pictures()).flatMap(List::stream);
  }

  @Test
  void goodSampleHasNoFindings() {
    assertThat(new Sample(folder).check()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void brokenSampleIsFoundByItsRule(Break broken) {
    assertThat(broken.how().apply(new Sample(folder)).check()).filteredOn(finding -> finding.rule().equals(broken.rule()))
        .as("findings of " + broken.rule()).isNotEmpty().anySatisfy(finding -> assertThat(finding.message()).contains(broken.names()));
  }

  @Test
  void barredStepAndPersonOfTheCallerAreFound() {
    assertThat(bar("", "", "fourEyes", "userTask_record").how().apply(bar("", "", "fourEyesPersons", "starter, keyAccount").how().apply(new Sample(folder))).check())
        .filteredOn(finding -> finding.rule().matches("four-eyes-(steps|persons)")).isEmpty();
  }

  @Test
  void formOfANewerModelerIsFine() {
    assertThat(new Sample(folder).edit(RECORD, "\"schemaVersion\": 16", "\"schemaVersion\": 19").check()).isEmpty();
  }

  @Test
  void stepMadeWithABuildingBlockIsFine() {
    assertThat(made(new Sample(folder), "sample.check", "1").check()).isEmpty();
  }

  @Test
  void dueDateThatWasTakenAwayIsNone() {
    assertThat(new Sample(folder).edit(PROCESS, "camunda:dueDate=\"2wd\"", "camunda:dueDate=\"\"").edit(DEADLINES, "\"record\"", "\"record\",\"review\"").check()).isEmpty();
  }

  @Test
  void processMayBeStartedByATimerAlone() {
    Sample sample = new Sample(folder);
    sample.write(PART, sample.read(PART).replaceFirst("(<bpmn:startEvent[^>]*>)", "$1" + TIMER.replace("$", "\\$")));
    assertThat(sample.check()).noneMatch(finding -> finding.rule().equals("process-one-plain-start"));
  }

  @Test
  void startersStepMayFollowAQuestionThatLeadsThereByDefault() {
    assertThat(takenUp(new Sample(folder), "flow_person").check()).noneMatch(finding -> finding.rule().equals("process-starters-step"));
  }

  @Test
  void unusedBeanIsFound() {
    Sample sample = new Sample(folder);
    assertThat(sample.check(sample.around(Set.of("forgottenDelegate"), null, 0))).extracting(Finding::rule, Finding::element)
        .containsExactly(Tuple.tuple("delegate-used", "forgottenDelegate"));
  }

  @Test
  void beanOfABuildingBlockIsUsed() {
    Sample sample = new Sample(folder).write("processes/.camunda/element-templates/offered.json", "[{\"value\": \"${offeredDelegate}\"}]");
    assertThat(sample.check(sample.around(Set.of("offeredDelegate"), null, 0))).isEmpty();
  }

  @Test
  void staleAndMissingBuiltFilesAreFound() throws Exception {
    Sample sample = new Sample(folder.resolve("source"));
    Sample built = new Sample(folder.resolve("built"));
    assertThat(sample.check(sample.around(Set.of(), built.folder(), 0))).isEmpty();
    built.move(TABLE, "processes/relationship/old-grade.dmn");
    assertThat(Files.exists(built.folder().resolve(TABLE))).isFalse();
    assertThat(sample.check(sample.around(Set.of(), built.folder(), 0))).extracting(Finding::rule, Finding::file)
        .containsExactlyInAnyOrder(Tuple.tuple("files-built", "relationship/sample-grade.dmn"),
            Tuple.tuple("files-built", "relationship/old-grade.dmn"));
  }

  @Test
  void everyRuleIsProvenToFire() {
    Set<String> proven = all().map(Break::rule).collect(Collectors.toCollection(LinkedHashSet::new));
    proven.addAll(Set.of("delegate-used", "files-built"));
    assertThat(ModelContract.rules()).extracting(Rule::name).doesNotHaveDuplicates().isSubsetOf(proven);
  }

  @Test
  void everyRuleIsDescribedInASentence() {
    assertThat(ModelContract.rules()).allSatisfy(rule -> assertThat(rule.description()).endsWith(".").hasSizeGreaterThan(20));
  }
}
