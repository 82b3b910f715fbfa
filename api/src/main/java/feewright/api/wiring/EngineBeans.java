package feewright.api.wiring;

import feewright.engine.Engine;
import feewright.engine.Foundation;
import feewright.engine.Ports;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;

/** Makes a bean of every port and of every use case of the engine, each under its type, so that whoever needs one names it. */
final class EngineBeans implements BeanDefinitionRegistryPostProcessor {

    private final boolean withUseCases;

    private EngineBeans(boolean withUseCases) {
        this.withUseCases = withUseCases;
    }

    static EngineBeans ports() {
        return new EngineBeans(false);
    }

    static EngineBeans useCases() {
        return new EngineBeans(true);
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        BeanFactory beans = (ConfigurableListableBeanFactory) registry;
        if (withUseCases) {
            useCaseMethods().forEach(method -> define(registry, method, () -> beans.getBean(Engine.class)));
        } else {
            portMethods().forEach(method -> define(registry, method, () -> beans.getBean(Ports.class)));
        }
    }

    /** Lists name no type of their own. */
    private static List<Method> portMethods() {
        return Arrays.stream(Ports.class.getRecordComponents())
                .filter(port -> !port.getType().equals(List.class))
                .map(RecordComponent::getAccessor)
                .toList();
    }

    private static List<Method> useCaseMethods() {
        return Arrays.stream(Engine.class.getMethods())
                .filter(method -> method.getDeclaringClass().isInterface()
                        && !method.getDeclaringClass().equals(Foundation.class)
                        && method.getParameterCount() == 0)
                .toList();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void define(BeanDefinitionRegistry registry, Method method, Supplier<?> from) {
        Supplier supplier = () -> call(method, from.get());
        registry.registerBeanDefinition(
                method.getName(), new RootBeanDefinition((Class) method.getReturnType(), supplier));
    }

    private static Object call(Method method, Object from) {
        try {
            return method.invoke(from);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(method.getName(), impossible);
        }
    }
}
