package dev.kefu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.engine.ModelProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Each event that a person may report is reported in the browser by a test. Reviewed by hand: the test named here really does it. */
class EventsInBrowserTest {

  private static final Pattern PART = Pattern.compile("-(.)");

  /** Process and message; class and method. */
  private static final Map<String, String> PROOFS = Map.ofEntries(
      Map.entry("after-sales-service aftersales.customerConfirmed", "CaseEventsE2E customerConfirmsTheServiceToWhoeverOfTheSectionAnswersThePhone"),
      Map.entry("after-sales-service withdraw", "CaseEventsE2E serviceRequestIsWithdrawnByTheSpecialistOrTheSupervisor"),
      Map.entry("annual-survey-plan withdraw", "CaseEventsE2E surveyPlanIsWithdrawnByWhoeverAskedForItOrTheSupervisor"),
      Map.entry("commissioned-survey survey.offerReceived", "CaseEventsE2E offerOfAnAgencyIsReportedByWhoeverHearsIt"),
      Map.entry("commissioned-survey withdraw", "CaseEventsE2E commissionIsWithdrawnByTheSupervisorOrTheManager"),
      Map.entry("commissioned-survey-work survey.reportCorrected", "CaseEventsE2E correctedReportOfAnAgencyIsReportedByWhoeverHearsIt"),
      Map.entry("complaint-analysis withdraw", "CaseEventsE2E analysisIsWithdrawnByTheSupervisorOrTheManager"),
      Map.entry("complaint-corrective-action withdraw", "CaseEventsE2E correctiveActionIsWithdrawnByTheSupervisorOrTheManager"),
      Map.entry("complaint-handling complaint.timeExtended", "CaseEventsE2E moreTimeForAComplaintIsTakenByTheSpecialistAndNotByTheAgent"),
      Map.entry("complaint-handling withdraw", "CaseEventsE2E complaintIsWithdrawnByWhoeverHeardItOrTheSupervisor"),
      Map.entry("complaint-handling-execution complaint.customerConfirmed",
          "ComplaintE2E lateDeliveryIsComplainedAboutInquiredRemediedConfirmedReportedAndCalledBack"),
      Map.entry("customer-callback withdraw", "CaseEventsE2E callbackIsWithdrawnByWhoeverAskedForItOrTheSupervisor"),
      Map.entry("customer-credit-survey withdraw", "CaseEventsE2E creditSurveyIsWithdrawnByWhoeverAskedForItOrTheSupervisor"),
      Map.entry("customer-help relationship.helpConfirmed", "CaseEventsE2E customerPhonesTheAgentWhoHasNoTaskAndTheCaseIsSolved"),
      Map.entry("customer-help withdraw", "CaseEventsE2E starterWithdrawsUntilItIsAnsweredAndIsToldWhenItIsTooLate"),
      Map.entry("customer-info-registration withdraw", "CaseEventsE2E registrationIsWithdrawnByTheReporterOrTheInformationSupervisor"),
      Map.entry("customer-information-survey withdraw", "CaseEventsE2E informationSurveyIsWithdrawnByTheSupervisor"),
      Map.entry("customer-reception relationship.receptionCancelled", "CaseEventsE2E customerWhoDoesNotComeIsNotedByWhoeverHearsIt"),
      Map.entry("customer-reception withdraw", "CaseEventsE2E receptionIsWithdrawnByWhoeverAskedForItOrTheSupervisor"),
      Map.entry("customer-survey withdraw", "CaseEventsE2E surveyIsWithdrawnByWhoeverStartedItOrAnotherSupervisor"),
      Map.entry("customer-visit relationship.visitCancelled", "CaseEventsE2E customersCancellationOfAVisitIsNotedByWhoeverHearsIt"),
      Map.entry("customer-visit withdraw", "CaseEventsE2E visitIsWithdrawnByWhoeverPlannedItOrTheSupervisor"),
      Map.entry("customer-visit-program withdraw", "CaseEventsE2E visitPlanIsWithdrawnByWhoeverMadeItOrTheSupervisor"),
      Map.entry("expense-claim-review withdraw", "CaseEventsE2E expenseClaimIsWithdrawnByTheClaimantOrTheManager"),
      Map.entry("hospitality-dining withdraw", "CaseEventsE2E mealIsWithdrawnByTheSpecialistOrTheSupervisor"),
      Map.entry("leak-incident withdraw", "CaseEventsE2E leakReportIsWithdrawnByTheFinderOrTheInformationSupervisor"),
      Map.entry("parttime-interviewer-selection withdraw", "CaseEventsE2E needOfInterviewersIsWithdrawnByTheSpecialistOrTheSupervisor"),
      Map.entry("parttime-interviewer-selection-settlement survey.fieldWorkEnded", "CaseEventsE2E answersOfInterviewersAreReportedByWhoeverKnowsThem"),
      Map.entry("service-roster absence", "CaseEventsE2E absenceIsReportedByTheAbsentOneOrTheLeader"),
      Map.entry("service-roster shift-swap", "CaseEventsE2E swapOfShiftsIsAskedByTheStaffMember"),
      Map.entry("service-roster withdraw", "CaseEventsE2E rosterIsWithdrawnByWhoeverPlans"),
      Map.entry("technical-support aftersales.solutionConfirmed", "CaseEventsE2E solutionIsConfirmedByWhoeverHearsTheCustomersWord"),
      Map.entry("technical-support withdraw", "CaseEventsE2E technicalTicketIsWithdrawnByTheSpecialistOrTheSupportManager"),
      Map.entry("repair aftersales.repairWithdrawn", "CaseEventsE2E repairIsWithdrawnByTheSpecialistOrTheSupervisor"),
      Map.entry("repair-diagnosis aftersales.consentAnswered", "CaseEventsE2E consentToARepairIsNotedByWhoeverHearsIt"));

  /**
   * An event in a model.
   *
   * @param key process and message
   * @param title name in one line
   */
  private record Event(String key, String title) {

    String missing() {
      String process = key.substring(0, key.indexOf(' '));
      return """
          No browser test reports "%2$s" (%1$s). Let one do it and name it in PROOFS. For a withdrawal this is enough, in CaseEventsE2E (where only a message starts the process, give the number of a case that it started):

            @ParameterizedTest
            @ValueSource(strings = {"one of eventRoles", "another of them"})
            void %4$sIsWithdrawnBy…(String person, Browser browser) {
              withdraw(browser, person, persons.start("a role that may start it", "%3$s").getBusinessKey(), "%2$s");
            }

          and here: Map.entry("%1$s", "CaseEventsE2E %4$sIsWithdrawnBy…")
          """.formatted(key, title, process, PART.matcher(process).replaceAll(part -> part.group(1).toUpperCase(Locale.ROOT)));
    }
  }

  @Test
  void everyEventThatAPersonMayReportIsReportedInTheBrowser() throws IOException {
    List<Event> events = events();
    String missing = events.stream().filter(event -> !PROOFS.containsKey(event.key())).map(Event::missing).collect(Collectors.joining("\n"));

    assertThat(missing).isEmpty();
    assertThat(events).as("PROOFS names what no model has").extracting(Event::key).containsAll(PROOFS.keySet());
  }

  @Test
  void everyProofExists() throws ClassNotFoundException {
    for (String proof : PROOFS.values()) {
      String[] classAndMethod = proof.split(" ");
      Class<?> type = Class.forName(getClass().getPackageName() + "." + classAndMethod[0]);
      assertThat(type).hasAnnotation(BrowserTest.class);
      assertThat(Arrays.stream(type.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class)))
          .extracting("name").contains(classAndMethod[1]);
    }
  }

  private static List<Event> events() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).flatMap(file -> events(Bpmn.readModelFromFile(file.toFile()))).toList();
    }
  }

  private static Stream<Event> events(BpmnModelInstance model) {
    String process = model.getModelElementsByType(Process.class).iterator().next().getId();
    return model.getModelElementsByType(FlowNode.class).stream().filter(EventsInBrowserTest::isReportedByPersons)
        .map(node -> new Event(process + " " + message(node).getName(), node.getName().replaceAll("\\s+", " ")));
  }

  private static Message message(FlowNode node) {
    return node instanceof ReceiveTask task ? task.getMessage() : node.getChildElementsByType(MessageEventDefinition.class).iterator().next().getMessage();
  }

  private static boolean isReportedByPersons(FlowNode node) {
    return node.getExtensionElements() != null && node.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
        .flatMap(properties -> properties.getCamundaProperties().stream()).map(CamundaProperty::getCamundaName).anyMatch(ModelProperties.EVENT_ROLES::equals);
  }
}
