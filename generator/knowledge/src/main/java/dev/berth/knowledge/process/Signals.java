package dev.berth.knowledge.process;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/**
 * What happens on SIGTERM and SIGINT.
 *
 * <p>A shutdown hook would not do: once one runs, Java hears no second signal, and the exit code is
 * the signal's. {@code sun.misc.Signal} is part of every JDK (module jdk.unsupported) and made for
 * this, but the compiler warns of its name, which here is an error; hence the reflection.
 */
final class Signals {

  private Signals() {}

  /** Hands over the number of each signal, on a thread of its own. */
  static void heard(IntConsumer hear) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Method number = signal.getMethod("getNumber");
      Object calls =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  hear.accept((Integer) number.invoke(arguments[0]));
                }
                return null;
              });
      for (String name : new String[] {"TERM", "INT"}) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), calls);
      }
    } catch (ReflectiveOperationException noSuchJava) {
      throw new IllegalStateException("this Java has no sun.misc.Signal", noSuchJava);
    }
  }
}
