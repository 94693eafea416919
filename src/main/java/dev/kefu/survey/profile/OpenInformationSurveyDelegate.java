package dev.kefu.survey.profile;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import dev.kefu.information.CustomerCard;
import dev.kefu.information.Customers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Opens the survey in the register and says what is known of the customer. */
@Component
@RequiredArgsConstructor
class OpenInformationSurveyDelegate implements JavaDelegate {

  private final InformationSurveys surveys;
  private final Customers customers;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    String customer = (String) execution.getVariable(CaseVariables.CUSTOMER_CODE);
    InformationSurvey survey = surveys.open(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), customer, (String) execution.getVariable("surveyOccasion"));
    execution.setVariable("informationSurveyId", survey.getId());
    Optional<CustomerCard> card = customers.find(customer);
    execution.setVariable("customerFacts", card.map(this::facts).orElse(""));
    card.ifPresent(known -> execution.setVariable("answers", Spin.JSON(Map.of("customerName", known.name(), "phone", known.phone()))));
    if (execution.getVariable("request") != null) {
      execution.setVariable("surveyReason", FormData.read(execution, "request", Request.class).reason());
    }
  }

  private String facts(CustomerCard customer) {
    return ProfileWords.facts(List.of(String.join(" · ", Stream.of(customer.name() + " (" + customer.code() + ")", customer.phone(), customer.email(),
        customer.owner() == null ? "No owner 未定負責人" : "Owner 負責人 " + customer.owner()).filter(Objects::nonNull).toList()),
        "**Last survey 上次調查:** " + surveys.last(customer.code()).map(this::facts).orElse("none 無")));
  }

  private String facts(InformationSurvey last) {
    return "%s (%s) · %s · %s · peak month 旺季月銷量 %s".formatted(last.getEndedAt().atZone(clock.getZone()).toLocalDate(), last.getCaseNumber(), ProfileWords.STATES.get(last.getBusinessState()),
        ProfileWords.PRICES.get(last.getPriceLevel()), last.getPeakMonthSales() == null ? "–" : last.getPeakMonthSales().toPlainString());
  }

  /** The form customer-information-survey-request. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Request(String reason) {
  }
}
