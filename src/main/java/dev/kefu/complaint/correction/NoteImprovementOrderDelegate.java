package dev.kefu.complaint.correction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.complaint.Department;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import dev.kefu.organisation.RoleDirectory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Writes the order into the register, finds who checks the plan, and offers those who may carry it out: the department's people, or of a vacant post its superiors. */
@Component
@RequiredArgsConstructor
class NoteImprovementOrderDelegate implements JavaDelegate {

  private static final String QUALITY = Department.QUALITY.role();

  private final CorrectiveActions actions;
  private final RoleDirectory roles;
  private final IdentityService identities;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    CorrectiveAction action = actions.of(execution.getProcessInstanceId());
    Order order = FormData.read(execution, "order", Order.class);
    action.order(order.improvementOrder(), order.departmentRole(), order.kind(), order.product(), Performer.of(execution), clock.instant());
    String department = action.getDepartment();
    execution.setVariable("responsibleDepartment", department);
    execution.setVariable("departmentName", Department.ofRole(department).map(Department::title).orElse(department));
    execution.setVariable("product", action.getProduct());
    execution.setVariable("productName", action.shownProduct());
    execution.setVariable("checkerRole", QUALITY.equals(department) ? Department.COMPLAINTS.role() : QUALITY);
    execution.setVariable("ownerChoices", Spin.JSON(choices(department)));
    execution.setVariable("returnNote", "");
  }

  private List<Map<String, String>> choices(String department) {
    return Stream.concat(Stream.of(roles.holderOf(department)), roles.superiorsOf(department).stream()).map(this::members).filter(people -> !people.isEmpty()).findFirst()
        .orElse(List.of());
  }

  private List<Map<String, String>> members(String role) {
    return identities.createUserQuery().memberOfGroup(role).orderByUserId().asc().list().stream()
        .map(user -> Map.of("value", user.getId(), "label", user.getFirstName() + " " + user.getLastName() + " (" + user.getId() + ")")).toList();
  }

  /**
   * The form complaint-corrective-action-order.
   *
   * @param improvementOrder what is to be improved
   * @param responsibleDepartment code, null when it was known; so is the next
   * @param kind code of the kind of complaint
   * @param product or null
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Order(String improvementOrder, String responsibleDepartment, String kind, String product) {

    Order {
      product = product == null || product.isBlank() ? null : product.strip();
    }

    String departmentRole() {
      return Department.ofCode(responsibleDepartment).map(Department::role).orElse(null);
    }
  }
}
