package dev.kefu.engine.rights;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts {@link LinkedRights} in the place of the engine's. */
@Component
@RequiredArgsConstructor
class RightsPlugin extends AbstractProcessEnginePlugin {

  private static final String STATEMENTS = "engine/own-tasks.xml";

  private final DataSource dataSource;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setResourceAuthorizationProvider(new GrantedRights());
    List<SessionFactory> factories = configuration.getCustomSessionFactories() == null ? new ArrayList<>() : new ArrayList<>(configuration.getCustomSessionFactories());
    factories.add(inPlaceOf(AuthorizationManager.class, LinkedRights.class));
    factories.add(inPlaceOf(TaskManager.class, OwnTaskLists.class));
    configuration.setCustomSessionFactories(factories);
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    Configuration statements = configuration.getSqlSessionFactory().getConfiguration();
    new XMLMapperBuilder(getClass().getClassLoader().getResourceAsStream(STATEMENTS), statements, STATEMENTS, statements.getSqlFragments()).parse();
  }

  /** Rows that an earlier release wrote would go on giving rights on tasks to people whom they no longer name. */
  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    JdbcClient.create(dataSource).sql("delete from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ = ? and RESOURCE_ID_ <> ?").params(Resources.TASK.resourceType(), Authorization.ANY).update();
  }

  private static SessionFactory inPlaceOf(Class<? extends Session> engineOwn, Class<? extends Session> ours) {
    return new GenericManagerFactory(ours) {

      @Override
      public Class<?> getSessionType() {
        return engineOwn;
      }
    };
  }
}
