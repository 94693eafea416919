package dev.kefu.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Flowable with its REST API, as its starter sets it up. No component, so that Kefu's own tests do not find it. */
@EnableAutoConfiguration
public class FlowableApplication {

  /**
   * Starts it.
   *
   * @param args settings of Spring Boot
   */
  public static void main(String[] args) {
    SpringApplication.run(FlowableApplication.class, args);
  }

  @Bean
  PlainValues plain(@Value("${" + StockCamunda.RECORDED + "}") Path recorded) {
    return PlainValues.of(recorded, FlowableApplication::json);
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
