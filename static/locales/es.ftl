## Names

product = Tandem
unofficial = no oficial, para Lightspeed Retail POS y eCom
side-name = { $side ->
    [pos] POS
   *[ecom] eCom
}

## Header

check-again = Comprobar de nuevo
open-tab = Abrir en una pestaña
close-panel = Cerrar Tandem
no-store-yet = sin elegir
pair = Las dos tiendas en uso
dismiss = Ocultar
try-again = Reintentar

## Tabs

tabs = Vistas
tab-overview = Resumen
tab-groups = Grupos
tab-customers = Clientes
tab-review = Preguntas
tab-history = Historial
tab-settings = Ajustes

## Choosing the two stores

choose-title = Elija sus dos tiendas
choose-why = Tandem mantiene iguales estas dos, y ninguna otra. Solo se elige una vez.
choose-none = { $side ->
    [pos] Abra la administración de POS en una pestaña e inicie sesión. Aparece aquí por sí sola.
   *[ecom] Abra la administración de eCom en una pestaña e inicie sesión. Aparece aquí por sí sola.
}
choose-use = Usar estas dos tiendas
choose-missing = Hace falta una tienda de cada lado.
change-stores = Usar otras tiendas
choose-back = Mantener las tiendas actuales

## Connections

connections = Conexiones
connection-none = Todavía no hay ninguna tienda elegida.
connection-checking = Preguntando a la tienda…
connection-person = Conectado como { $person }
connection-unnamed = Conectado
connection-role = ({ $role })
rung-session = con su propia sesión
rung-token = con el token que usted pegó
rung-relay = a través de la página de administración abierta en una pestaña; déjela abierta
rung-page-token = con el pase que usa la propia página de administración
open-admin = { $side ->
    [pos] Abrir POS
   *[ecom] Abrir eCom
}
sign-in = { $side ->
    [pos] Iniciar sesión en POS
   *[ecom] Iniciar sesión en eCom
}
sign-in-back = Se abre en una pestaña nueva y vuelve aquí por sí sola.
ask-again = Preguntar otra vez a la tienda
allow-access = Permitir el acceso
allow-in-tab = Abrir en una pestaña para permitir el acceso
use-token = Usar un token en su lugar
token-label = { $side ->
    [pos] Token personal de POS
   *[ecom] Token secreto de eCom
}
token-where = { $side ->
    [pos] El propietario lo crea en POS, en Configuración, Tokens personales.
   *[ecom] El propietario lo encuentra en la administración de eCom, con una aplicación personalizada; empieza por «secret_».
}
token-keep = Guardar en este ordenador
token-keep-why = Si no, se olvida al cerrar el navegador.
token-use = Usar este token
token-forget = Olvidar el token

## Faults: what happened, then what to do

fault-offline = La tienda no respondió.
fault-offline-next = Revise la conexión a Internet y compruebe de nuevo aquí.
fault-no-host-access = El navegador no deja que Tandem llegue a la tienda.
fault-no-host-access-next = Permita el acceso al sitio de la tienda.
fault-signed-out = Nadie ha iniciado sesión.
fault-signed-out-next = Inicie sesión y Tandem continúa.
fault-not-allowed = Su rol no lo permite.
fault-not-allowed-next = Pida a alguien que pueda gestionar los clientes y sus grupos que inicie sesión.
fault-needs-page = La tienda solo acepta cambios desde sus propias páginas. No se escribió nada.
fault-needs-page-next = Abra su administración en una pestaña, déjela abierta y siga aquí: Tandem envía los cambios a través de esa página.
fault-plan-lacks = El plan de la tienda no incluye grupos de clientes.
fault-plan-lacks-next = En eCom vienen con el plan Business. Cambie de plan y compruebe de nuevo.
fault-plan-lacks-customers = El plan de la tienda no deja que Tandem llegue a los clientes, o la tienda está suspendida.
fault-plan-lacks-customers-next = Mire el plan y sus facturas en la administración de la tienda e inténtelo de nuevo. Lo que se leyó antes se queda.
fault-rate-limited = La tienda pide esperar: demasiadas llamadas a la vez.
fault-rate-limited-next = Espere unos minutos e inténtelo de nuevo.
fault-not-found = Ya no está.
fault-not-found-next = Compruebe de nuevo para ver qué hay ahora.
fault-refused = La tienda lo rechazó.
fault-refused-next = Lea lo que dice la propia tienda, corríjalo allí e inténtelo de nuevo.
fault-store-failed = La tienda tuvo un fallo propio.
fault-store-failed-next = Inténtelo de nuevo. Lo que ya está hecho no se hace dos veces.
fault-damaged = La tienda respondió algo que Tandem no conoce.
fault-damaged-next = Inténtelo de nuevo. Si sigue así, la administración ha cambiado: avísenos.
fault-wrong-store = Respondió una tienda distinta de la que usted eligió.
fault-wrong-store-next = Inicie sesión en la tienda indicada arriba y compruebe de nuevo.
fault-stale = Lo que se mostraba aquí ha cambiado entretanto. No se escribió nada.
fault-stale-next = Mire lo que hay ahora y pulse de nuevo el botón.
fault-not-kept = El navegador no tiene espacio para anotar lo que hace Tandem.
fault-not-kept-next = Libere espacio en el disco e inténtelo de nuevo.
fault-kept-damaged = Lo que Tandem guardó en este ordenador está dañado. No se cambió nada.
fault-kept-damaged-next = Empiece de nuevo o borre lo guardado: las dos tiendas se comparan entonces otra vez, y se pregunta todo lo que difiera.
fault-kept-newer = Lo guardado en este ordenador lo escribió un Tandem más reciente. No se cambió nada.
fault-kept-newer-next = Actualice Tandem e inténtelo de nuevo.
fault-locked = Lo guardado en este ordenador está bloqueado.
fault-locked-next = Introduzca la frase de contraseña.
fault-wrong-passphrase = Esa no es la frase de contraseña.
fault-wrong-passphrase-next = Inténtelo de nuevo. Nadie puede decírsela: si se perdió, olvide todo en Ajustes y lea los clientes otra vez.
fault-busy = Tandem todavía está trabajando.
fault-busy-next = Espere a que termine.
fault-bug = Tandem cometió un error.
fault-bug-next = No se perdió nada. Compruebe de nuevo; si sigue así, avísenos.
fault-said = La tienda dice: { $said }

## Problems between the panel and the background

problem-no-answer = Tandem no respondió.
problem-no-answer-next = Espere un momento e inténtelo de nuevo.
problem-gone = Tandem se actualizó mientras esta página estaba abierta.
problem-gone-next = Vuelva a cargar esta página.
broken = Tandem se detuvo por un error propio. Lo que se empezó sigue, y no se perdió nada.
broken-reload = Recargar Tandem
covered = Algo cubre Tandem o lo hace difícil de ver. Mientras tanto no se escribe nada desde aquí: cierre lo que lo cubre o abra Tandem en una pestaña.
problem-crashed = Tandem tuvo que reiniciarse.
problem-crashed-next = No se perdió nada. Mire abajo la última ejecución.
problem-outside = Ninguna tienda conectada.
problem-outside-next = Esta página funciona dentro de la extensión Tandem.

## Next best action

next = Siguiente paso
next-sign-in = { $side ->
    [pos] Inicie sesión en POS para que se puedan leer los dos lados.
   *[ecom] Inicie sesión en eCom para que se puedan leer los dos lados.
}
next-mend = { $side ->
    [pos] Algo estorba en POS. Vea abajo qué hacer.
   *[ecom] Algo estorba en eCom. Vea abajo qué hacer.
}
next-wait = Leyendo las dos tiendas…
next-copy = { $count ->
    [one] Falta un grupo en un lado.
   *[other] Faltan { $count } grupos en un lado.
}
next-decide = { $count ->
    [one] Un nombre de grupo espera su decisión.
   *[other] { $count } nombres de grupo esperan su decisión.
}
next-read = Los grupos coinciden. Lea los clientes de las dos tiendas para ver quién está sincronizado.
next-reading = Leyendo los clientes de las dos tiendas…
next-go-on = La lectura de los clientes se detuvo. Siga donde se detuvo.
next-unreadable = No se pudieron leer los clientes. Vea por qué y qué hacer.
next-answer = { $count ->
    [one] Una pregunta sobre un cliente espera su respuesta.
   *[other] { $count } preguntas sobre clientes esperan su respuesta.
}
next-sync = { $count ->
    [one] Se puede sincronizar un cliente.
   *[other] Se pueden sincronizar { $count } clientes.
}
next-stay = Las dos tiendas están sincronizadas. Tandem puede mantenerlas así a partir de ahora.
next-in-step = Las dos tiendas están sincronizadas y se mantienen así. No hay nada que hacer.
next-to-groups = Mostrar los grupos
next-to-customers = Mostrar los clientes
next-to-review = Responder a las preguntas

## Counts

counts = Los grupos en cifras
count-total = { $count ->
    [one] 1 nombre de grupo en total
   *[other] { $count } nombres de grupo en total
}
status-exact = iguales
status-near = casi iguales
status-only-pos = solo en POS
status-only-ecom = solo en eCom
status-collision = en conflicto
status-default = predeterminados
status-exact-why = Los dos lados tienen este título, letra por letra. Las promociones para el grupo valen en la tienda y en línea.
status-near-why = Las mismas palabras con otra grafía: la sincronización propia de la tienda no las asocia. Use una de las dos grafías en ambos lados.
status-only-pos-why = Este título aún no está en línea. Créelo allí, y los dos lados coinciden.
status-only-ecom-why = Este título aún no está en POS. Créelo allí, y los dos lados coinciden.
status-collision-why = Títulos de un mismo lado difieren solo en mayúsculas o espacios. Tandem copia un título así solo si usted lo marca.
status-default-why = Cada tienda tiene un grupo para todos los demás. Nunca se copia.

## Groups

groups-not-read = Los grupos de los dos lados se muestran aquí cuando las dos tiendas están conectadas.
groups-unreadable-side = { $side ->
    [pos] No se pueden leer los grupos de POS.
   *[ecom] No se pueden leer los grupos de eCom.
}
groups-to-overview = Mostrar las conexiones
groups-bad-records = { $side ->
    [pos] { $count ->
        [one] Un grupo de POS no se pudo leer y se deja fuera.
       *[other] { $count } grupos de POS no se pudieron leer y se dejan fuera.
    }
   *[ecom] { $count ->
        [one] Un grupo de eCom no se pudo leer y se deja fuera.
       *[other] { $count } grupos de eCom no se pudieron leer y se dejan fuera.
    }
}
nothing-to-set-up = Nada que configurar
nothing-to-set-up-why = Cada nombre está en los dos lados. No se escribirá nada.
ecom-has-none = Su tienda eCom no tiene grupos propios. Copie en ella los nombres de POS y los dos lados coinciden.
copy-title = { $side ->
    [pos] Falta en POS
   *[ecom] Falta en línea
}
copy-preview = { $count ->
    [one] Se escribirá este nombre, y nada más:
   *[other] Se escribirán estos { $count } nombres, y nada más:
}
copy-button = { $side ->
    [pos] { $count ->
        [one] Crear 1 grupo en POS
       *[other] Crear { $count } grupos en POS
    }
   *[ecom] { $count ->
        [one] Crear 1 grupo en línea
       *[other] Crear { $count } grupos en línea
    }
}
copy-public = Los compradores pueden leer en su cuenta los nombres de los grupos en línea.
copy-asks = Estos solo difieren en mayúsculas o espacios. Marque los que quiera de todos modos:
copy-tick = Crear también este
copy-none = Todavía no hay nada marcado.
copy-while-running = Espere a que la ejecución de arriba termine y se cierre.
withheld = Fuera
withheld-same-title = tiene un gemelo con exactamente el mismo nombre en su propio lado
withheld-near = está en el otro lado escrito de otro modo; vea la lista de abajo
withheld-empty = no contiene nada legible
withheld-too-long = tiene { $chars } caracteres; se copian 255 como máximo

## Board

board = Grupos de los dos lados
board-status = Estado
board-filter = Mostrar
board-all = todos
hint = Se parece a
hint-look-alike = letras de otro alfabeto
hint-same-words = las mismas palabras
hint-few-letters = difieren pocas letras
spelling-pos = Usar en línea la escritura de POS
spelling-ecom = Usar en POS la escritura en línea
no-group = ninguno
empty-title = (nada legible)

## Runs

run = Última ejecución
run-running = { $side ->
    [pos] Escribiendo en POS…
   *[ecom] Escribiendo en eCom…
}
run-checking = Releyendo y comparando cada nombre…
run-cancel = Cancelar
run-finished = { $count ->
    [0] No se escribió nada: todo estaba ya.
    [one] Listo. Se escribió y releyó 1 nombre, letra por letra.
   *[other] Listo. Se escribieron y releyeron { $count } nombres, letra por letra.
}
run-finished-with-failures = { $done } de { $total } hechos. El resto está abajo, con el motivo.
run-cancelled = Detenido. { $done } de { $total } estaban hechos; el resto no se envió.
run-interrupted = El navegador cerró Tandem a mitad: se sabe que { $done } de { $total } están hechos. Continuar comprueba primero y no crea nada dos veces.
run-paused = En pausa: se sabe que { $done } de { $total } están hechos.
run-continue = Continuar
run-try-again = { $count ->
    [one] Reintentar 1
   *[other] Reintentar { $count }
}
run-close = Cerrar
item-waiting = en espera
item-created = creado
item-renamed = escrito igual
item-already = ya estaba
item-stale = cambió entretanto; no se envió nada
item-changed = la tienda lo guarda como
item-doubled = se cortó la conexión y el navegador lo envió otra vez: la tienda lo tiene ahora más de una vez. Abra la tienda y quédese con uno.
item-failed = falló
run-sum = { $created } escritos, { $already } ya estaban, { $failed } fallaron, { $odd ->
    [0] {""}
   *[other] { $odd } por revisar,{" "}
}{ $waiting } en espera: { $total } en total

## Customers in words: fields, values, what speaks for one person

field-group = Grupo
field-email = Correo
field-consent = Correos de marketing
field-name = Nombre
field-company = Empresa
field-phone = Teléfono
field-address = Dirección de facturación
value-blank = nada
value-group-gone = un grupo que no está en la lista
consent-denied = Sin correos de marketing
consent-unknown = No ha rechazado los correos de marketing; no consta un sí
consent-granted = Dijo sí a los correos de marketing
who-unnamed = Sin nombre
evidence-reference = Una de las dos fichas nombra a la otra.
evidence-same-email = Las dos tienen el mismo correo.
evidence-email-spelling = Los correos son iguales una vez corregida una escritura extraña.
evidence-email-typo = Los correos son iguales salvo lo que parece un desliz en el dominio.
evidence-email-googlemail = Un correo es de googlemail.com y el otro de gmail.com.
evidence-email-tag = Los correos son iguales salvo un añadido tras un signo más.
evidence-email-dots = Los correos son iguales salvo puntos, que Gmail no tiene en cuenta.
evidence-same-phone = Las dos tienen el mismo teléfono.
evidence-phone-prefix = Los teléfonos son iguales salvo el prefijo o la extensión.
evidence-name-same = Las dos tienen el mismo nombre.
evidence-name-spelling = Los nombres son iguales salvo mayúsculas, acentos o puntuación.
evidence-name-order = Los nombres son iguales en otro orden.
evidence-name-initials = Los nombres son iguales donde uno tiene iniciales o no tiene segundo nombre.
evidence-name-one-letter = Los nombres difieren en una letra.
evidence-name-family = El apellido es el mismo y el nombre no: lo más probable es una misma familia.
evidence-name-other = Los nombres difieren.
evidence-name-unknown = Una de las dos no tiene nombre.
evidence-same-address = Las dos tienen la misma dirección.
evidence-same-postcode = Las dos tienen el mismo código postal.
evidence-same-company = Las dos tienen la misma empresa.
evidence-other-postcode = Los códigos postales difieren.
evidence-other-phone = Los teléfonos difieren.
evidence-other-email = Los correos difieren.
evidence-reference-another = La ficha de POS se creó para otro cliente de eCom.
likely-very = muy probable
likely-rather = probable
likely-maybe = posible
duration-seconds = { $count ->
    [0] enseguida
    [one] 1 segundo
   *[other] { $count } segundos
}
duration-minutes = { $count ->
    [one] alrededor de un minuto
   *[other] unos { $count } minutos
}
duration-hours = { $count ->
    [one] alrededor de una hora
   *[other] unas { $count } horas
}

## Questions, and why something is not written

question-never-agreed = Los dos lados difieren y nunca han sido iguales.
question-default-named = { $side ->
    [pos] POS tiene un grupo para este cliente; eCom solo tiene el predeterminado.
   *[ecom] eCom tiene un grupo para este cliente; POS solo tiene el predeterminado.
}
question-both-changed = Los dos lados cambiaron desde que eran iguales, y no a lo mismo.
question-cleared = { $side ->
    [pos] POS ya no tiene ningún valor. Tandem no quita nada sin preguntar.
   *[ecom] eCom ya no tiene ningún valor. Tandem no quita nada sin preguntar.
}
question-no-such-group = { $side ->
    [pos] eCom no tiene ningún grupo con el nombre del grupo de POS.
   *[ecom] POS no tiene ningún grupo con el nombre del grupo de eCom.
}
question-email-taken = Otro cliente del otro lado ya tiene ese correo.
question-flip-flop = Alguien vuelve a poner cada vez el valor anterior, así que Tandem se detuvo.
question-consent-never = Los dos lados dicen cosas distintas sobre los correos de marketing, y nunca se acordó nada.
question-consent-raised-in-pos = La negativa se quitó en POS. Eso no demuestra que la persona dijera sí.
question-consent-forgotten = eCom ya no dice nada donde decía no.
question-consent-both = Los dos lados cambiaron lo que dicen sobre los correos de marketing.
because-asked = Espera su respuesta. { $question }
because-grace = Es nuevo. Espera hasta el { $when }, para que la sincronización de Lightspeed pueda crearlo primero.
because-not-at-hand = Cambió mientras se leía. Lea los clientes otra vez para que se revise.
because-no-counterpart = El valor no tiene equivalente en el otro lado.
because-read-only = Tandem no puede escribir ahí.
ambiguity-shared-email = { $count ->
    [one] Un cliente de POS tiene este correo.
   *[other] { $count } clientes de POS comparten este correo.
}
ambiguity-of-another = El correo pertenece a un cliente que ya está vinculado con otra persona.
ambiguity-contradiction = Una nota en la ficha nombra a un cliente, y el correo a otro.
ambiguity-said-another = Alguien dijo que la ficha con este correo es otra persona.
halt-emptied = { $side ->
    [pos] POS tenía { $had } clientes y muestra { $has }. Puede que la sesión esté medio cerrada: mire primero en POS.
   *[ecom] eCom tenía { $had } clientes y muestra { $has }. Puede que la sesión esté medio cerrada: mire primero en eCom.
}
halt-many-changes = { $side ->
    [pos] Cambiarían { $changes } de { $of } clientes en POS. Es más de lo habitual.
   *[ecom] Cambiarían { $changes } de { $of } clientes en línea. Es más de lo habitual.
}
halt-over-budget = { $side ->
    [pos] Esto requiere { $calls } llamadas a POS, y hay { $may } libres sin frenar las cajas. Tardará más.
   *[ecom] Esto requiere { $calls } llamadas a eCom, y hay { $may } libres. Tardará más.
}

## Preview

preview-everybody = Qué se escribirá
preview-one = Qué se escribirá para este cliente
preview-undo-run = Deshacer la ejecución { $run }
preview-undo-entry = Deshacer un cambio de la ejecución { $run }
preview-making = Mirando qué se escribiría…
preview-failed = No se pudo preparar la vista previa. No se escribió nada.
preview-again = Algo cambió desde que se mostró, así que no se escribió nada. Esta es la vista previa tal como está ahora.
preview-total = { $changes ->
    [one] 1 cambio
   *[other] { $changes } cambios
} para { $customers ->
    [one] 1 cliente
   *[other] { $customers } clientes
}
preview-cost = { $pos ->
    [one] 1 llamada
   *[other] { $pos } llamadas
} a POS y { $ecom } a eCom, { $time }.
preview-nothing = Nada que escribir
preview-nothing-why = Los dos lados tienen lo que deben tener. Lo que necesita respuesta está abajo, si hay algo.
preview-create = { $side ->
    [pos] { $count ->
        [one] 1 cliente nuevo en POS
       *[other] { $count } clientes nuevos en POS
    }
   *[ecom] { $count ->
        [one] 1 cliente nuevo en línea
       *[other] { $count } clientes nuevos en línea
    }
}
preview-update = { $side ->
    [pos] { $count ->
        [one] 1 cambio en POS
       *[other] { $count } cambios en POS
    }
   *[ecom] { $count ->
        [one] 1 cambio en línea
       *[other] { $count } cambios en línea
    }
}
preview-move = { $count ->
    [one] 1 paso a otro grupo en POS
   *[other] { $count } pasos a otro grupo en POS
}
preview-withheld = { $count ->
    [one] 1 cosa se deja fuera
   *[other] { $count } cosas se dejan fuera
}
preview-write = { $count ->
    [one] Escribir 1 cambio
   *[other] Escribir { $count } cambios
}
preview-back = Volver
preview-halts = Mire esto primero
preview-looked = Lo he mirado
preview-looked-first = Marque primero la casilla de arriba.
withheld-whole = el cliente entero
change-from = de
change-to = a
warn-moves-sign-in = El comprador iniciará sesión en línea con el correo nuevo.
warn-raises-consent = Esto vuelve a permitir los correos de marketing.
show-more = Mostrar { $count } más

## How the stores are reached

ways = Cómo llega Tandem a sus tiendas
ways-what = Tandem prueba estas vías en este orden y usa la primera que la tienda acepta.
ways-none = Todavía no se ha preguntado a la tienda.
ways-again = Comprobar de nuevo
ways-copy = Copiar el informe
ways-copied = Copiado.
ways-copy-yourself = El navegador no copia desde aquí. El informe está seleccionado: cópielo con el teclado.
ways-report = El informe para quien le ayude. No nombra a ninguna persona, ningún cliente, ninguna tienda ni ningún token.
addresses = La administración de su tienda en línea está en otra dirección
addresses-what = Un revendedor puede darle un nombre propio. Añada esa dirección y deje su página abierta en una pestaña: Tandem trabaja por esa página. Su navegador le pregunta primero.
addresses-label = Dirección de la administración
addresses-add = Añadir dirección
addresses-none = Eso no es una dirección. Empieza por https://.
addresses-remove = Quitar { $address }
addresses-in-tab = Abrir en una pestaña para añadir una dirección
way-session = Su propia sesión
way-session-as-page = Su propia sesión, como la usan las páginas de la tienda
way-relay = Una página de administración abierta en una pestaña
way-page-token = El pase que usa la propia página de administración
way-token = Un token que usted pega
standing-untried = Todavía sin probar.
standing-reads = En uso. Con el primer cambio se verá si la tienda los acepta por esta vía.
standing-works = En uso. La tienda aceptó cambios por esta vía.
standing-not-needed = No hace falta.
standing-reads-only = La tienda deja leer a Tandem por esta vía y rechaza los cambios.
standing-no-page = No hay ninguna página de administración de la tienda abierta en una pestaña.
standing-no-pass = No se ha visto ningún pase de la página de administración. Abra la administración o vuelva a cargarla.
standing-no-token = No se ha pegado ningún token.

## Sync runs

sync-run = Sincronización
purpose-everybody = Sincronización de todos los clientes
purpose-automatic = Sincronización automática
purpose-one = Sincronización de un cliente
purpose-undo-run = Ejecución { $run } deshecha
purpose-undo-entry = Un cambio de la ejecución { $run } deshecho
sync-running = Escribiendo y releyendo lo escrito…
sync-checking = Comprobando lo que estaba en curso…
sync-finished = { $count ->
    [0] Listo. No había nada que escribir: todo estaba ya así.
    [one] Listo. Se escribió y releyó 1 cambio.
   *[other] Listo. Se escribieron y releyeron { $count } cambios.
}
sync-finished-with-rest = Listo, salvo algunos: { $done } de { $total } están como deben.
sync-cancelled = En pausa. { $done } de { $total } están hechos; el resto no se envió.
sync-interrupted = El navegador cerró Tandem a mitad: se sabe que { $done } de { $total } están hechos. Continuar comprueba primero y no escribe nada dos veces.
sync-paused = En pausa: se sabe que { $done } de { $total } están hechos.
sync-left = Faltan { $pos } llamadas a POS y { $ecom } a eCom
sync-left-time = Faltan { $pos } llamadas a POS y { $ecom } a eCom, { $time }
sync-share = { $used } de { $may } llamadas a POS usadas en cinco minutos. El resto se deja a las cajas.
sync-pause = Pausar
sync-history = Mostrar lo que se hizo
sync-cannot-close = Todavía no se puede cerrar: de algunos cambios no se sabe si la tienda los aceptó. Continuar lo averigua primero y no escribe nada dos veces.
sync-close-what = { $count ->
    [one] De 1 cambio no se sabe si está hecho.
   *[other] De { $count } cambios no se sabe si están hechos.
} Si cierra, no se envía nada más. No se pierde nada: la próxima sincronización mira de nuevo las dos tiendas y ofrece lo que aún falte, y el historial guarda lo que se hizo.
sync-close-yes = Cerrar de todos modos
sync-close-no = Dejar abierto
sync-counts = El resultado
sync-total = { $count ->
    [one] 1 cambio en total
   *[other] { $count } cambios en total
}
end-applied = escritos y releídos
end-already = ya estaban así
end-altered = guardados de otro modo por la tienda
end-doubled = más de una vez
end-stale = cambiados entretanto, no enviados
end-rejected = rechazados
end-unknown = no se sabe
end-waiting = en espera
look-altered = La tienda guardó algunos valores de otro modo: compárelos en el historial.
look-doubled = Se cortó la conexión y la tienda tiene un cliente nuevo más de una vez: abra la tienda y quédese con uno.
look-stale = Algunos clientes se editaron durante la ejecución. No se envió nada para ellos: lea los clientes otra vez.
look-rejected = La tienda rechazó algunos cambios: el historial tiene sus motivos.
look-unknown = Puede que algunos cambios se enviaran, y ahora hay otra cosa: abra esos clientes en la tienda.

## Review

review-not-read = Las preguntas se muestran aquí una vez leídos los clientes de los dos lados.
review-to-customers = Mostrar los clientes
review-loading = Cargando la pregunta…
review-none = Nada que decidir
review-none-why = No queda ninguna pregunta.
review-sync = { $count ->
    [one] Sincronizar 1 cliente
   *[other] Sincronizar { $count } clientes
}
review-left = Quedan { $left } de { $total }
review-said-answered = Respondida. Quedan { $left }.
review-said-later = Aplazada. Quedan { $left }.
review-said-undone = Respuesta retirada. Aquí está otra vez la pregunta.
review-gone = Esta pregunta está resuelta o ahora pregunta otra cosa. Aquí no se respondió nada.
review-go-on = Seguir
review-said-changed = Este cliente cambió entretanto. Esta es la pregunta tal como está ahora.
ask-group = ¿En qué grupo debe estar este cliente?
ask-email = ¿Qué correo es el correcto?
ask-consent = ¿Se pueden enviar correos de marketing a esta persona?
ask-name = ¿Qué nombre es el correcto?
ask-company = ¿Qué empresa es la correcta?
ask-phone = ¿Qué teléfono es el correcto?
ask-address = ¿Qué dirección de facturación es la correcta?
ask-person = ¿Quién es en el otro lado?
ask-gone = { $side ->
    [pos] POS ya no tiene a este cliente. ¿Qué debe pasar con la pareja?
   *[ecom] eCom ya no tiene a este cliente. ¿Qué debe pasar con la pareja?
}
ask-gone-why = Puede que se fusionara con otro o que alguien lo quitara. Tandem nunca quita un cliente ni crea otro por sí solo.
ask-lacks-group = { $side ->
    [pos] A POS le falta el grupo de este cliente nuevo. ¿Qué se debe hacer?
   *[ecom] A eCom le falta el grupo de este cliente nuevo. ¿Qué se debe hacer?
}
ask-lacks-group-why = No se crea a nadie en un grupo que el otro lado no tiene. El nombre es:
consent-who = Se trata de esta única persona.
consent-law = La ley espera que usted pueda mostrar el sí de la propia persona antes de enviar correos de marketing, y que un no cuente de inmediato, se haya dicho donde se haya dicho.
side-none = Aquí no hay ficha.
side-changed = Cambió desde que los dos eran iguales
side-unchanged = Sin cambios desde que los dos eran iguales
side-never = Nunca iguales hasta ahora
side-changed-at = Ficha editada por última vez el { $when }
offers = Su respuesta
offer-use = { $side ->
    [pos] Usar lo que tiene POS:
   *[ecom] Usar lo que tiene eCom:
}
offer-apart = Dejar los dos como están
offer-link = Es este:
offer-link-plain = { $side ->
    [pos] Es una ficha determinada de POS
   *[ecom] Es una ficha determinada de eCom
}
offer-create = Crearlo en el otro lado con la próxima sincronización
offer-ignore = Dejar en paz a este cliente
offer-forget = Olvidar que los dos eran uno
offer-later = Preguntar más tarde
offer-use-plain = { $side ->
    [pos] Usar lo que tiene POS
   *[ecom] Usar lo que tiene eCom
}
offer-needs-reason = Permite los correos de marketing: escriba cómo sabe que la persona dijo sí.
offer-sign-in = El comprador iniciará sesión en línea con este correo.
reason-label = ¿Cómo sabe que la persona dijo sí?
reason-help = Se guarda con la respuesta y nunca se envía a una tienda.
reason-missing = Escriba primero un motivo.
review-confirm = Confirmar
review-pick-first = Elija primero una respuesta.
review-too-soon = Esta es la pregunta siguiente. Mírela antes de responder.
review-bulk = { $count ->
    [one] Responder así a 1
   *[other] Responder así a las { $count }
}
review-before = Pregunta anterior
review-next = Pregunta siguiente
review-undo = Deshacer la última respuesta
review-keys = Teclas
keys-move = pregunta anterior y siguiente
keys-pick = elegir una respuesta
keys-confirm = confirmar
keys-later = preguntar más tarde
keys-undo = deshacer la última respuesta
keys-where = Funcionan mientras el teclado está en esta vista, y no mientras escribe un motivo.
answers-show = { $count ->
    [0] Mostrar las respuestas duraderas
    [one] Mostrar 1 respuesta que espera la próxima sincronización
   *[other] Mostrar { $count } respuestas que esperan la próxima sincronización
}
answers = Respuestas dadas
answers-none = No hay ninguna respuesta guardada.
answers-hide = Ocultar las respuestas
answers-bulk = para muchos a la vez
answers-withdraw = Retirar
answers-withdraw-of = Retirar la respuesta sobre { $who }

## History

history-search = Buscar en el historial
history-search-hint = Nombre, correo o un valor
history-none = Todavía no se ha escrito nada
history-none-why = Aquí figura cada ejecución sobre clientes, con lo que cambió.
history-not-found = Nada en el historial tiene esas palabras.
history-loading = Cargando el historial…
history-run = Ejecución { $run }
history-open = Mostrar los cambios
history-hide = Ocultar los cambios
history-open-of = Mostrar los cambios de la ejecución { $run }
history-hide-of = Ocultar los cambios de la ejecución { $run }
history-not-closed = Sin terminar
history-undo-run = Deshacer esta ejecución
history-undo-run-of = Deshacer esta ejecución, número { $run }
history-undo = Deshacer
history-undo-of = Deshacer el cambio de { $who }
history-undo-raises = Deshacer esto vuelve a permitir los correos de marketing.
not-undone-created = Un cliente nuevo se queda: Tandem nunca quita ninguno.
not-undone-taken-back = Ya se deshizo.
not-undone-nothing = No hay nada que deshacer.
entry-create = { $side ->
    [pos] Nuevo en POS
   *[ecom] Nuevo en línea
}
entry-update = { $side ->
    [pos] Cambiado en POS
   *[ecom] Cambiado en línea
}
entry-move = Movido en POS
result-applied = escrito y releído
result-already = ya estaba así
result-altered = la tienda guardó una parte de otro modo: { $fields }
result-doubled = { $count ->
    [one] la tienda lo tiene una vez
   *[other] la tienda lo tiene { $count } veces: quédese con uno
}
result-stale = cambió entretanto; no se envió nada
result-rejected = rechazado
result-unknown = no se sabe: abra este cliente en la tienda
result-waiting = en espera
history-export = Exportar como CSV
automatic = Sincronización automática
automatic-when = Cuándo se miran las dos tiendas
automatic-off = Solo cuando yo lo diga
automatic-off-why = Nada se lee ni se escribe por sí solo.
automatic-visit = En cada visita
automatic-visit-why = Siempre que alguien abre una de las dos administraciones.
automatic-every = En cada visita, y entre visitas
automatic-every-why = También cada pocos minutos, mientras una de las dos administraciones esté abierta y haya una sesión iniciada.
automatic-how-often = Entre visitas, mirar cada
automatic-grace = Añadir los clientes nuevos a POS después de
automatic-grace-why = La sincronización de Lightspeed también puede añadirlos. Esperar le deja ir primero.
automatic-minutes = { $count ->
    [0] 0 minutos
    [one] 1 minuto
   *[other] { $count } minutos
}
automatic-rules = Lo que está claro se escribe solo y consta en el historial. Lo que le necesita espera en Preguntas, y el botón de Tandem lo cuenta.
automatic-last = Última revisión: { $when }.
automatic-nothing = No había nada que escribir.
automatic-synced = { $count ->
    [one] Se escribió 1 cambio.
   *[other] Se escribieron { $count } cambios.
}
automatic-synced-some = Se escribieron { $count } de los cambios, { $failed } no: se reintentan en la próxima revisión.
automatic-needs-person = Se escribiría más de lo que se hace sin usted: mire la vista previa en Clientes.
automatic-keep = Mantener sincronizadas
automatic-change = Cambiar
next-unlock = Lo que Tandem guarda de sus clientes está bloqueado. Introduzca la frase de contraseña en Clientes.
passphrase = Frase de contraseña
passphrase-why = Una frase de contraseña mantiene cerrado lo que Tandem sabe de sus clientes también para quien tenga todo el perfil del navegador de este ordenador. Se pide una vez cada vez que arranca el navegador.
passphrase-is-set = Lo guardado en este ordenador solo se abre con la frase de contraseña. Se pide una vez cada vez que arranca el navegador; hasta entonces no se sincroniza nada por sí solo.
passphrase-set = Poner una frase de contraseña
passphrase-use = Usar esta frase de contraseña
passphrase-change = Cambiar la frase de contraseña
passphrase-off = Quitar la frase de contraseña
passphrase-lock = Bloquear ahora
passphrase-word = Frase de contraseña
passphrase-new = Frase de contraseña nueva
passphrase-again = La misma otra vez
passphrase-warning = Nadie puede decírsela si se pierde: entonces lo guardado aquí solo se puede olvidar, y los clientes se leen otra vez. Las tiendas no pierden nada.
passphrase-short = Use al menos { $count ->
    [one] un carácter
   *[other] { $count } caracteres
}; varias palabras van bien.
passphrase-differs = Las dos no son iguales.
passphrase-nothing = No se guarda nada, así que no hay nada que una frase de contraseña pudiera proteger.
unlock-title = Bloqueado
unlock-what = Lo que se guarda de sus clientes en este ordenador se abre con su frase de contraseña.
unlock-button = Desbloquear
unlock-lost = ¿Perdió la frase de contraseña? «Olvidar todo» en Ajustes empieza de nuevo. Las tiendas no pierden nada.
keeping = Lo que se guarda en este ordenador
keeping-days = Las ejecuciones quedan en el historial durante
keeping-days-count = { $count ->
    [one] 1 día
   *[other] { $count } días
}
keeping-readings = Guardar lo leído en este ordenador
keeping-readings-why = Si no, los clientes se leen de nuevo en cada visita.
keeping-honest = Lo guardado está cifrado. Eso lo oculta a búsquedas y copias de seguridad, pero no a quien tenga todo el perfil del navegador de este ordenador: eso solo lo hace una frase de contraseña.
nothing = No guardar nada en este ordenador
nothing-what = Lo que Tandem sabe de sus clientes desaparece entonces cada vez que se cierra el navegador o se actualiza Tandem. Lea antes lo que significa:
nothing-links = Los clientes se leen de nuevo con un clic, y antes no se sincroniza nada por sí solo. Quienes tienen el mismo correo, o fueron añadidos por Tandem en POS, vuelven a ir juntos enseguida.
nothing-runs = Lo escrito ya no se puede deshacer aquí. Una ejecución interrumpida por el cierre no continúa: Tandem lee lo que hay y muestra lo que queda por hacer.
nothing-answers = Se vuelve a preguntar por quienes se dejaron distintos, se vincularon a mano o se dejaron en paz.
nothing-yes = No guardar nada desde ahora
nothing-is = En este ordenador no queda nada sobre los clientes. Desaparece cuando se cierra el navegador o se actualiza Tandem.
nothing-off = Guardarlo otra vez en este ordenador
wipe = Olvidar todo
wipe-what = Tandem olvida entonces todo sobre los clientes en este ordenador: lo leído, quién va con quién, las respuestas y el historial. Lo escrito ya no se puede deshacer aquí. Las tiendas lo conservan todo.
wipe-yes = Sí, olvidarlo todo
wipe-no = Conservarlo
language = Idioma (Language)
language-of-panel = Tandem habla
language-follow = Como la página de administración

## Customers: status, and why

customer-in-step = sincronizado
customer-will-sync = se sincronizará
customer-waits-for-order = espera un pedido
customer-will-be-added = se añadirá a POS
customer-will-be-created = se creará en línea
customer-add-by-hand = añadir a mano
customer-needs-group = grupo por elegir
customer-needs-decision = espera su respuesta
customer-ambiguous = ¿quién es?
customer-no-email = sin correo
customer-gone = ya no está en un lado
customer-not-read = no leído esta vez
customer-ignored = se deja en paz
why-in-step = Las dos tiendas tienen a este cliente, y todo lo que se mantiene igual es igual.
why-will-sync = Las dos tiendas tienen a este cliente. La próxima sincronización iguala esto: { $fields }.
why-groups-differ = Las dos tiendas tienen a este cliente, y los grupos difieren. Un cliente tiene un solo grupo, así que usted elige cuál.
why-no-such-group = El grupo del cliente no tiene gemelo en el otro lado. Copie primero el grupo y después el cliente puede seguirlo.
why-groups-differ-too = Las dos tiendas tienen a este cliente, y los grupos difieren. Usted elige cuál, y también se le pregunta por: { $fields }.
why-needs-decision = Las dos tiendas tienen a este cliente. Solo una persona puede decir qué es correcto aquí: { $fields }.
why-waits-for-order = Solo POS tiene a este cliente. Se vincula por sí solo con el primer pedido o inicio de sesión en línea.
why-add-ordered = Solo eCom tiene a este cliente, y hay un pedido. La próxima sincronización lo añade a POS.
why-add-asked = Solo eCom tiene a este cliente. Alguien lo pidió, así que la próxima sincronización lo añade a POS.
why-create-asked = Solo POS tiene a este cliente. Alguien lo pidió, así que la próxima sincronización lo crea en línea.
why-add-by-hand = Solo eCom tiene a este cliente, y todavía no hay ningún pedido. Puede añadirlo a POS.
why-may-be-in-pos = POS tiene a alguien cuyo correo puede ser el mismo escrito de otro modo. Mire primero, para que nadie esté dos veces.
why-ambiguous = No se puede saber quién es en el otro lado.
why-no-email = No hay correo, así que no se puede saber quién es en el otro lado.
why-email-no-key = El correo es un marcador o no es una dirección, así que no se puede saber quién es en el otro lado.
why-gone = Las dos tiendas tenían a este cliente, y una ya no lo tiene.
why-gone-on = { $side ->
    [pos] Las dos tiendas tenían a este cliente, y POS ya no lo tiene.
   *[ecom] Las dos tiendas tenían a este cliente, y eCom ya no lo tiene.
}
why-not-read = La ficha de un lado no se pudo leer esta vez. No se escribe nada hasta que se pueda.
why-not-read-on = { $side ->
    [pos] La ficha de POS no se pudo leer esta vez. No se escribe nada hasta que se pueda.
   *[ecom] La ficha de eCom no se pudo leer esta vez. No se escribe nada hasta que se pueda.
}
why-ignored = Alguien dijo que se deje en paz a este cliente. No se escribe nada.

## Customers: reading

read-title = Leer los clientes
read-what = Tandem lee todos los clientes de las dos tiendas y los compara.
read-nothing-written = No se escribe nada: primero ve qué cambiaría.
read-button = Leer clientes
read-again = Leer otra vez
read-at = Última lectura: { $when }
opening = Abriendo lo que se leyó antes…
reading = Leyendo los clientes de las dos tiendas…
reading-paused = En pausa. Sigue donde se detuvo.
reading-so-far = { $count } leídos
reading-of = { $count } de { $total } leídos
reading-calls = { $count ->
    [one] 1 llamada hecha
   *[other] { $count } llamadas hechas
}
reading-calls-left = { $count ->
    [one] 1 llamada hecha
   *[other] { $count } llamadas hechas
}, faltan { $left }
reading-time-left = faltan { $time }
reading-pause = Pausar
reading-continue = Continuar
reading-cancel = Cancelar
customers-unreadable = { $side ->
    [pos] No se pueden leer los clientes de POS.
   *[ecom] No se pueden leer los clientes de eCom.
}
bad-customers = { $side ->
    [pos] { $count ->
        [one] Un cliente de POS no se pudo leer y se deja fuera.
       *[other] { $count } clientes de POS no se pudieron leer y se dejan fuera.
    }
   *[ecom] { $count ->
        [one] Un cliente de eCom no se pudo leer y se deja fuera.
       *[other] { $count } clientes de eCom no se pudieron leer y se dejan fuera.
    }
}
unread-show = Mostrar cuáles
unread-hide = Ocultarlos
unread-loading = Buscándolos…
unread-next = Abra uno de estos clientes en la tienda, corrija allí lo que sea extraño, guarde y lea otra vez aquí. Si sigue así, avísenos.
unread-record = { $side ->
    [pos] Ficha de POS { $id }
   *[ecom] Ficha de eCom { $id }
}
unread-record-no-id = { $side ->
    [pos] Una ficha de POS
   *[ecom] Una ficha de eCom
}
unread-no-id = No tiene un identificador que Tandem pueda leer.
unread-unreadable = Le falta algo, o es de otra clase de la que debería.
unread-more = { $count ->
    [one] y 1 más
   *[other] y { $count } más
}

## Customers: the list

customers-counts = Los clientes en cifras
customers-total = { $count ->
    [one] 1 cliente en total
   *[other] { $count } clientes en total
}
sync-button = { $count ->
    [one] Sincronizar 1 cliente
   *[other] Sincronizar { $count } clientes
}
answer-button = { $count ->
    [one] Responder a 1 pregunta
   *[other] Responder a { $count } preguntas
}
customers-nothing-to-sync = Nada que sincronizar: todo lo que Tandem puede escribir está escrito.
customers-filter = Mostrar clientes por estado
customers-all = Todos
customers-search = Buscar clientes
customers-search-hint = Nombre, correo, teléfono, grupo
customers-none = Ningún cliente coincide. Pruebe con otras palabras o muéstrelos todos.
customers-nobody = Ninguna de las dos tiendas tiene clientes.
customers-found = { $count ->
    [one] 1 cliente mostrado
   *[other] { $count } clientes mostrados
}
row-no-email = sin correo
row-groups = { $pos } en POS, { $ecom } en línea
row-group-unknown = grupo desconocido

## Customers: one

details-one = Un cliente
details-back = Volver a la lista
details-loading = Cargando este cliente…
details-fields = Las dos fichas, campo por campo
details-field = Campo
details-follows = Qué sigue
details-no-record = sin ficha
details-changed = { $side ->
    [pos] Ficha de POS cambiada por última vez el { $when }
   *[ecom] Ficha de eCom cambiada por última vez el { $when }
}
link-archive = Las dos fichas son una misma persona: ya estaban vinculadas.
link-reference = Las dos fichas son una misma persona: una de ellas nombra a la otra.
link-email = Las dos fichas son una misma persona: tienen el mismo correo, y nadie más lo tiene.
field-same = igual
field-left-different = difiere, y se dejó así
field-copy-filled = { $side ->
    [pos] POS no tiene nada aquí: recibe lo que tiene eCom
   *[ecom] eCom no tiene nada aquí: recibe lo que tiene POS
}
field-copy-changed = { $side ->
    [pos] cambiado en eCom: POS lo recibe
   *[ecom] cambiado en POS: eCom lo recibe
}
field-copy-answered = { $side ->
    [pos] usted decidió: POS recibe lo que tiene eCom
   *[ecom] usted decidió: eCom recibe lo que tiene POS
}
field-answered = Está respondido, y no se escribe nada.
field-alone = solo una ficha
field-out-of-scope = no se mantiene igual
deeds = Qué puede hacer
deed-sync-now = Sincronizar ahora
deed-review = Responder a las preguntas
deed-add-to-pos = Añadir a POS
deed-create-online = Crear en línea
deed-do-not-create = No crear
deed-link = Vincular con…
deed-unlink = Desvincular
deed-ignore = Dejar en paz
deed-heed = Volver a atender
deed-forget = Olvidar la pareja
unlink-sure = ¿Son dos personas? Tandem mantiene entonces las fichas separadas, y las dos quedan como están.
unlink-yes = Sí, desvincular
unlink-no = Mantener vinculadas
done-create = Anotado. La próxima sincronización crea este cliente.
done-do-not-create = Anotado. Este cliente no se crea.
done-link = Vinculado.
done-unlink = Desvinculado.
done-ignore = Anotado. Tandem deja en paz a este cliente.
done-heed = Anotado. Tandem vuelve a atender a este cliente.
done-forget = Anotado. La pareja está olvidada.
twins-title = { $side ->
    [pos] ¿Qué cliente de POS es?
   *[ecom] ¿Qué cliente de eCom es?
}
twins-search = { $side ->
    [pos] Buscar clientes de POS
   *[ecom] Buscar clientes de eCom
}
twins-suggested = Sugerencias, las más probables primero
twins-found = Encontrados
twins-none-suggested = Tandem no tiene ninguna sugerencia. Busque por nombre, correo o teléfono.
twins-none-found = Nadie coincide con esas palabras.
twins-missed = La búsqueda no se completó.
twins-link = Vincular con { $who }
twins-cancel = No vincular

## Rehearsal

rehearse-title = Ensayo
rehearse = Probarlo todo con clientes inventados
rehearse-why = Abre dos tiendas inventadas en una pestaña propia. Allí todo funciona, y no se envía nada a ninguna parte.
rehearse-copy = Probar con una copia de mis clientes
rehearse-copy-why = La copia se queda en esa pestaña, en este ordenador, y se borra cuando usted sale. Sus tiendas no se tocan.
rehearse-copy-guarded = Lo leído se guarda con una frase de contraseña, o no se guarda. Una copia estaría menos protegida, así que no se hace ninguna.
rehearse-copy-many = No se ofrece una copia con más de { $most } clientes.
rehearsal = Ensayo: tiendas inventadas, no se envía nada a ninguna parte
rehearsal-copy = Ensayo: una copia de sus clientes, no se envía nada a ninguna parte
rehearsal-again = Empezar de nuevo
rehearsal-leave = Salir del ensayo
rehearsal-others = Lo que hacen otros mientras tanto
rehearsal-others-why = Haga que alguien cambie algo y elija después «Comprobar de nuevo» para ver qué hace Tandem con ello.
rehearsal-sign-up = Un comprador pide por primera vez
rehearsal-till-email = Una caja cambia un correo electrónico
rehearsal-untick = Un comprador desmarca la publicidad
rehearsal-done = Hecho. Elija ahora «Comprobar de nuevo».
rehearsal-nobody = No queda nadie que pueda hacerlo.
## The first steps, why, and keys

steps = Tres pasos para empezar
step-connect = Conectar
step-done = hecho
whys = ¿Qué significan estos estados?
why-will-sync-any = Las dos tiendas tienen a este cliente, y un lado tiene algo más reciente. La próxima sincronización las iguala.
why-needs-decision-any = Las dos tiendas tienen a este cliente, y difieren. Solo una persona puede decir qué es lo correcto.
keys-everywhere = En todas partes
keys-panel = abrir o guardar Tandem en una página de administración
keys-on = ir al siguiente control; con Mayús, volver
keys-press = pulsar el botón que tiene el foco
keys-sheet = mostrar estas teclas
keys-tabs = vista anterior y siguiente
keys-rows = subir y bajar por la lista
keys-open = abrir el cliente
keys-back = volver a la lista
keys-show = Mostrar todas las teclas

## Charts: the same numbers as text

overlap = Dónde están sus clientes
overlap-parts = Clientes por tienda
overlap-hint = Elija una parte para ver quiénes son.
overlap-only = { $side ->
    [pos] solo en POS
   *[ecom] solo en línea
}
overlap-both = en las dos
overlap-asked = por decidir
overlap-label = Solo en POS: { $pos }. En las dos: { $both }. Solo en línea: { $ecom }. Por decidir: { $asked }.
consent-in = { $side ->
    [pos] En POS
   *[ecom] En línea
}
consent-both = Quienes están en las dos
consent-yes = dijeron sí
consent-silent = no dijeron nada
consent-no = dijeron no
consent-alike = igual en las dos
consent-only-pos = un no, solo en POS
consent-only-ecom = un no, solo en línea
consent-label = { $side ->
    [pos] En POS, { $no } dijeron no y { $silent } no dijeron nada. POS no registra un sí, así que tiene { $yes }.
   *[ecom] En línea, { $yes } dijeron sí, { $silent } no dijeron nada y { $no } dijeron no.
}
consent-both-label = De quienes están en las dos, { $alike } están igual, { $pos } tienen un no solo en POS y { $ecom } tienen un no solo en línea.
course-done = hechos
course-asked = por revisar
course-failed = fallidos
course-left = pendientes
course-label = Hechos: { $done }. Por revisar: { $asked }. Fallidos: { $failed }. Pendientes: { $left }.
days-today = hoy
days-label = Las últimas cuatro semanas, una columna por día. Cambios escritos: { $written }. Por revisar: { $problems }.
days-written = { $count ->
    [one] 1 cambio escrito en cuatro semanas
   *[other] { $count } cambios escritos en cuatro semanas
}
days-problems = { $count ->
    [one] 1 por revisar
   *[other] { $count } por revisar
}
days-list = Día a día
days-line = { $when }: escritos { $written }, por revisar { $problems }
