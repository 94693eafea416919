package dev.kefu.release.proposals;

import static dev.kefu.release.HelpChanges.DEADLINES;
import static dev.kefu.release.HelpChanges.MODEL;
import static dev.kefu.release.HelpChanges.RECORD;
import static dev.kefu.release.ReleaseDesk.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.release.HelpChanges;
import dev.kefu.release.ReleaseDesk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;

/** A wrong model, table or form of each kind is refused at the upload, in words that name the element. */
@KefuIT
class WrongReleasesIT {

  private static final String ROUTE = "processes/relationship/help-route.dmn";

  @Autowired
  private TestRestTemplate http;
  @Value("${kefu.demo.password}")
  private String password;

  static List<Arguments> files() {
    return List.of(
        wrong("model that cannot be read", MODEL, "<bpmn:laneSet id", "<bpmn:laneSets id", "cannot be read"),
        wrong("id of another name", MODEL, "<bpmn:process id=\"customer-help\"", "<bpmn:process id=\"customer-assist\"", "customer-assist"),
        wrong("not executable", MODEL, "isExecutable=\"true\"", "isExecutable=\"false\"", "Customer help"),
        wrong("name in one language", MODEL, "name=\"Answer&#10;解答\"", "name=\"Answer\"", "userTask_answer"),
        wrong("no version tag", MODEL, " camunda:versionTag=\"1\"", "", "version tag"),
        wrong("history kept too briefly", MODEL, "P1825D", "P30D", "P1825D"),
        wrong("other platform", MODEL, "executionPlatformVersion=\"7.24.0\"", "executionPlatformVersion=\"8.5.0\"", "7.24.0"),
        wrong("case number of no shape", MODEL, "value=\"HLP\"", "value=\"help\"", "caseNumberPrefix"),
        wrong("bean that is not there", MODEL, "${registerNeedDelegate}", "${registerWishDelegate}", "registerWishDelegate"),
        wrong("script instead of a bean", MODEL, "camunda:delegateExpression=\"${applyRoutingDelegate}\"", "camunda:class=\"java.lang.Runtime\"", "serviceTask_applyRouting"),
        wrong("form that is not there", MODEL, "camunda:formRef=\"customer-help-answer\"", "camunda:formRef=\"customer-help-anser\"", "customer-help-anser"),
        wrong("form of any version", MODEL, "camunda:formRef=\"customer-help-answer\" camunda:formRefBinding=\"deployment\"", "camunda:formRef=\"customer-help-answer\" camunda:formRefBinding=\"latest\"", "userTask_answer"),
        wrong("role that is not there", MODEL, "camunda:candidateGroups=\"customer-service-manager\"", "camunda:candidateGroups=\"customer-manager\"", "customer-manager"),
        wrong("step for nobody", MODEL, " camunda:candidateGroups=\"customer-service-manager\"", "", "userTask_takeNote"),
        wrong("step in a foreign lane", MODEL, "camunda:candidateGroups=\"customer-service-manager\"", "camunda:candidateGroups=\"finance-manager\"", "userTask_takeNote"),
        wrong("table that is not there", MODEL, "camunda:decisionRef=\"help-route\"", "camunda:decisionRef=\"help-rout\"", "help-rout"),
        wrong("called process that is not there", MODEL, "calledElement=\"customer-lookup\"", "calledElement=\"customer-search\"", "customer-search"),
        wrong("all variables handed over", MODEL, "<camunda:in source=\"starter\" target=\"starter\" />", "<camunda:in variables=\"all\" />", "callActivity_findCustomer"),
        wrong("variable that nothing sets", MODEL, "value=\"route,owner\"", "value=\"route\"", "owner"),
        wrong("withdrawal until a step that is not there", MODEL, "value=\"userTask_answer,userTask_train", "value=\"userTask_replied,userTask_train", "userTask_replied"),
        wrong("answer without a condition", MODEL, " default=\"flow_wayAnswer\"", "", "flow_wayAnswer"),
        wrong("due date that nobody can read", MODEL, "camunda:formRef=\"customer-help-take-note\"", "camunda:dueDate=\"soon\" camunda:formRef=\"customer-help-take-note\"", "soon"),
        wrong("shapes on top of each other", MODEL, "<dc:Bounds x=\"3490\" y=\"1330\" width=\"120\" height=\"80\" />", "<dc:Bounds x=\"3680\" y=\"1330\" width=\"120\" height=\"80\" />", "userTask_takeNote"),
        wrong("form of another platform", RECORD, "\"executionPlatformVersion\": \"7.24.0\"", "\"executionPlatformVersion\": \"8.5.0\"", "7.24.0"),
        wrong("field without a label", RECORD, "\"label\": \"Kind 類別\"", "\"label\": \"Kind\"", "field_kind"),
        wrong("text without an end", RECORD, "\"maxLength\": 100,", "", "field_customer"),
        wrong("option in one language", RECORD, "Phone 電話", "Phone", "Phone"),
        wrong("key of another root", RECORD, "\"need.channel\"", "\"wish.channel\"", "below"),
        wrong("classified for a role that is not there", RECORD, "relationship-specialist,relationship-supervisor,customer-service-manager", "janitor", "janitor"),
        wrong("kind of field that Tasklist has not", RECORD, "\"type\": \"select\"", "\"type\": \"filepicker\"", "field_channel"),
        wrong("row without a result", ROUTE, "<text>\"answer\"</text></outputEntry>\n        <outputEntry id=\"outputEntry_helpRoute2_5\"><text>\"1wd\"</text>", "<text></text></outputEntry>\n        <outputEntry id=\"outputEntry_helpRoute2_5\"><text></text>", "rule_helpRoute2"),
        wrong("cell that cannot be read", ROUTE, "<text>\"training\"</text></inputEntry>", "<text>\"training</text></inputEntry>", "rule_helpRoute3"),
        wrong("row that is never reached", ROUTE, "<inputEntry id=\"inputEntry_helpRoute1_1\"><text>true</text>", "<inputEntry id=\"inputEntry_helpRoute1_1\"><text></text>", "rule_helpRoute2"),
        wrong("column in one language", ROUTE, "Kind 類別", "Kind", "Kind"),
        wrong("deadline that is no time", DEADLINES, "<text>\"4h\"</text>", "<text>\"soon\"</text>", "rule_relationshipDeadlines2"),
        wrong("deadline of a step that is not there", DEADLINES, "<text>\"adviseTraining\"</text>", "<text>\"advise\"</text>", "advise"),
        wrong("deadline that counts from nothing", DEADLINES, "end:userTask_requestCooperation", "end:userTask_request", "end:userTask_request"),
        wrong("logic in a condition", MODEL, "${route == 'training'}", "${route.toString().equals(owner)}", "flow_wayTraining"),
        wrong("step that is not drawn", MODEL, "<bpmndi:BPMNShape id=\"userTask_takeNote_di\" bpmnElement=\"userTask_takeNote\">\n        <dc:Bounds x=\"3490\" y=\"1330\" width=\"120\" height=\"80\" />\n      </bpmndi:BPMNShape>", "", "userTask_takeNote"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isRefusedAndNamed(String what, String path, String old, String now, String named) {
    ResponseEntity<JsonNode> answer = new ReleaseDesk(http, password).propose(OWNER, Map.of(HelpChanges.name(path), HelpChanges.edit(HelpChanges.read(path), old, now)), true);
    assertThat(answer.getStatusCode().value()).as(String.valueOf(answer.getBody())).isEqualTo(400);
    assertThat(answer.getBody().path("wrong")).as(what).anySatisfy(wrong -> assertThat(wrong.path("message").asText()).contains(named));
  }

  private static Arguments wrong(String what, String path, String old, String now, String named) {
    return Arguments.of(what, path, old, now, named);
  }
}
