package dev.kefu.history.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.history.models.Picture.Flow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

class PicturesTest {

  private static final String MODEL = """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://kefu.dev/trial">
        <bpmn:process id="p" isExecutable="true">
          <bpmn:startEvent id="start"/>
          <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="fork"/>
          <bpmn:parallelGateway id="fork"/>
          <bpmn:sequenceFlow id="f2" sourceRef="fork" targetRef="thrown"/>
          <bpmn:sequenceFlow id="f3" sourceRef="fork" targetRef="task"/>
          <bpmn:intermediateThrowEvent id="thrown" name="Returned"><bpmn:linkEventDefinition id="l1" name="back"/></bpmn:intermediateThrowEvent>
          <bpmn:intermediateCatchEvent id="caught"><bpmn:linkEventDefinition id="l2" name="back"/></bpmn:intermediateCatchEvent>
          <bpmn:sequenceFlow id="f4" sourceRef="caught" targetRef="task"/>
          <bpmn:userTask id="task" name="Do it&#10;做"/>
        </bpmn:process>
      </bpmn:definitions>""";

  private final Picture picture = Pictures.read(Bpmn.readModelFromStream(new ByteArrayInputStream(MODEL.getBytes(StandardCharsets.UTF_8))));

  @Test
  void aThrownLinkLeadsToWhereItIsCaught() {
    assertThat(picture.flows()).contains(new Flow("f2", "fork", "caught"), new Flow("f3", "fork", "task"), new Flow("f4", "caught", "task"));
    assertThat(picture.forks()).containsExactly("fork");
    assertThat(picture.links()).containsExactly("caught");
  }

  @Test
  void elementsAreNamedInOneLine() {
    assertThat(picture.nameOf("task")).isEqualTo("Do it 做");
    assertThat(picture.nameOf("start")).isEqualTo("start");
    assertThat(picture.nameOf("unknown")).isEqualTo("unknown");
    assertThat(picture.elements().get("task").type()).isEqualTo("userTask");
  }
}
