package dev.kefu.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeploymentPlanTest {

  @Test
  void formGoesWithTheLongestProcessIdItStartsWith() {
    List<DeploymentUnit> units = DeploymentPlan.of(List.of(model("repair", null), model("repair-abroad", null), model("repairman", null),
        form("repair-note"), form("repair-abroad-note"), form("repairman-note")));

    assertThat(units).extracting(DeploymentUnit::name).containsExactly("repair", "repairman");
    assertThat(names(units.get(0))).containsExactly("repair-abroad-note.form", "repair-abroad.bpmn", "repair-note.form", "repair.bpmn");
    assertThat(units.get(0).processes()).containsExactly("repair", "repair-abroad");
  }

  @Test
  void decisionGoesWithItsFirstUser() {
    List<DeploymentUnit> units = DeploymentPlan.of(List.of(model("visit", "customer-grade"), model("complaint", "customer-grade"), table("customer-grade")));

    assertThat(names(units.get(0))).containsExactly("complaint.bpmn", "customer-grade.dmn");
    assertThat(names(units.get(1))).containsExactly("visit.bpmn");
  }

  @Test
  void decisionThatNoModelNamesIsADeploymentOfItsOwn() {
    List<DeploymentUnit> units = DeploymentPlan.of(List.of(model("visit", null), table("visit-deadlines")));

    assertThat(units).extracting(DeploymentUnit::name).containsExactly("visit", "visit-deadlines");
  }

  @Test
  void formOfNoProcessIsLeftOut() {
    assertThat(DeploymentPlan.of(List.of(form("lost-note")))).isEmpty();
  }

  @Test
  void formWithAnotherIdThanItsFileIsRefused() {
    ModelFile form = new ModelFile("visit-note.form", "test", "{\"id\": \"note\"}".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> DeploymentPlan.of(List.of(model("visit", null), form))).isInstanceOf(UnusableFileException.class)
        .hasMessage("visit-note.form: the form's id is \"note\", it must be \"visit-note\" like the file");
  }

  @Test
  void textThatIsNoFormIsRefused() {
    ModelFile form = new ModelFile("visit-note.form", "test", "not a form".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> DeploymentPlan.of(List.of(model("visit", null), form))).isInstanceOf(UnusableFileException.class)
        .hasMessageStartingWith("visit-note.form: not a Camunda Form");
  }

  @Test
  void hashSeesNamesAndContents() {
    DeploymentUnit one = DeploymentPlan.of(List.of(model("visit", null), form("visit-a"))).get(0);
    DeploymentUnit same = DeploymentPlan.of(List.of(form("visit-a"), model("visit", null))).get(0);
    DeploymentUnit other = DeploymentPlan.of(List.of(model("visit", null), form("visit-b"))).get(0);

    assertThat(one.hash()).isEqualTo(same.hash()).isNotEqualTo(other.hash());
  }

  private static List<String> names(DeploymentUnit unit) {
    return unit.files().stream().map(ModelFile::name).toList();
  }

  private static ModelFile model(String id, String decision) {
    String step = decision == null ? SmallModel.task(id + "-note") : SmallModel.rule(decision);
    return new ModelFile(id + ".bpmn", "test", SmallModel.of(id, step).getBytes(StandardCharsets.UTF_8));
  }

  private static ModelFile table(String id) {
    return new ModelFile(id + ".dmn", "test", """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="definitions_x" name="x" namespace="http://camunda.org/schema/1.0/dmn">
          <decision id="%s" name="%s"/>
        </definitions>
        """.formatted(id, id).getBytes(StandardCharsets.UTF_8));
  }

  private static ModelFile form(String id) {
    return new ModelFile(id + ".form", "test", "{\"id\": \"%s\"}".formatted(id).getBytes(StandardCharsets.UTF_8));
  }
}
