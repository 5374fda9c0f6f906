//! What `cargo xtask sandbox --help` says after its list of flags. Text alone.

/// Hosts, pages and controls.
pub(super) const AFTER: &str = "\
WHEN READY it prints one line of JSON:
  {\"pos\":{\"url\",\"api\",\"prefix\",\"user\",\"password\",\"token\"},
   \"ecom\":{\"url\",\"api\",\"store_id\",\"user\",\"password\",\"token\"},\"control\"}

HOSTS (all on 127.0.0.1; browsers resolve *.localhost by themselves)
  {prefix}.pos.localhost:P   admin pages of POS, and /api/2.0 and /api/2026-07 by cookies or token
  my.ecom.localhost:Q        admin pages of eCom, and /api/v3/{id} by cookies or token
                             (--ecom-auth page-token: no cookies, but the token that the page
                             fetches from /page/token with its session; it lasts 5 minutes)
  app.ecom.localhost:Q       /api/v3/{id} by token
  127.0.0.1                  both APIs by token: 'Authorization: Bearer …'; eCom also '?token=…'

PAGES  POS: /signin /customers /customers/{id} /customers/new /customer_groups /sell, and /listens,
       which records keys and layout in window.__heard, and /hostile, which takes the language apart
       before anything else is loaded, in window.__taken. eCom: /signin and /store/{id} with
       #customers #customer:id={id} #customer:mode=new #customer-groups #orders. What a person does
       there is done by staff: it is never in the log and spends no budget

CONTROL (never in the log; sessions outlive a reset)
  GET  state    the whole world, every list in order of id
  POST reset    empty body: back to the seed. Body: a world as 'state' prints it; what is left out
                has its default (settings: the flags of this command), groups and customers without
                an id get one
                  {\"ecom\":{\"groups\":[{\"name\":\"VIP\"},{\"name\":\"Staff\"}]}}
  GET  truth    of the seed: which records are one person, by what that can be told, and what the
                help article has to happen; null after a reset to a world that was brought
  GET  budget   how many calls each store still allows, and whom: browsers, and each token
  POST faults   the list of what is to go wrong, replacing the last list; GET shows what is left
                  [{\"side\":\"pos\",\"method\":\"POST\",\"path\":\"/customer_groups\",\"times\":1,\"after\":2,
                    \"do\":{\"status\":500}}]
                path: a part of path and query, or the whole with * for anything
                caller: session, page, token or none. Instead of times: \"seconds\":60, by the
                world's clock from the first strike on (a storm). do:
                  {\"status\":500,\"body\":\"…\",\"done\":false}  this status; carried out when done
                  \"rate_limited\" {\"rate_limited\":3}    429, to be repeated after so many seconds
                  \"lost_reply\"                         carried out, and the line breaks
                  \"time_out\" {\"time_out\":500,\"done\":true}  silence (ms), then the line breaks
                  {\"slow\":500}                         carried out, answered after so many ms
                  \"malformed\"                          half of the body is missing
                  \"half_page\"                          half of the list is missing, as if it ended there
                  {\"clock_skew\":-3600}                 the store's clock is off by so many seconds
                  {\"flood\":70}                         so many megabytes of blanks before the answer
                  {\"redact\":\"first_name\",\"to\":\"***\"}  a member is kept and read as another text
                  \"sign_out\" \"sign_in_html\"            all sessions end; 200 with the sign-in page
  GET  log      every request to an API: seq, at, side, method, path, status, caller
                (session, page, token, none), origin, fault. DELETE log clears it
  POST act      one act or a list:
                  {\"act\":\"create_group\",\"side\":\"pos\",\"title\":\"VIP\"}
                  {\"act\":\"rename_group\",\"side\":\"ecom\",\"id\":9367001,\"title\":\"VIP\"}
                  {\"act\":\"delete_group\",\"side\":\"pos\",\"id\":\"…\"}
                  {\"act\":\"move_customer\",\"side\":\"pos\",\"customer\":\"…\",\"group\":\"…\"}
                  {\"act\":\"create_customer\",\"side\":\"pos\",\"set\":{\"first_name\":\"Mo\"}}
                  {\"act\":\"edit_customer\",\"side\":\"ecom\",\"id\":7,\"set\":{\"email\":\"a@b.c\"}}
                  {\"act\":\"delete_customer\",\"side\":\"pos\",\"id\":\"…\"}
                    set: any writable member as 'state' prints it; of eCom email, name, phone,
                    customer_group_id, accept_marketing, lang, private_admin_notes, company_name,
                    street, city, country_code, postal_code, state_or_province_code
                  {\"act\":\"merge_customers\",\"from\":\"…\",\"into\":\"…\"}   (POS)
                  {\"act\":\"sell\",\"customer\":\"…\",\"spent\":12.5,\"owed\":0,\"loyalty\":1}
                  {\"act\":\"order\",\"email\":\"a@b.c\",\"name\":\"A B\",\"cents\":1999,\"products\":[4]}
                  {\"act\":\"shopper_signs_in\",\"email\":\"a@b.c\"}
                  {\"act\":\"shopper_marketing\",\"id\":7,\"accepts\":true}   (false, null)
                  {\"act\":\"shopper_email\",\"id\":7,\"email\":\"new@b.c\"}
                  {\"act\":\"import_order\",\"customer\":7,\"spent\":19.99}   the vendor brings an order
                    of an eCom customer to POS
                  {\"act\":\"set_plan\",\"has_groups\":false}
                  {\"act\":\"set_role\",\"role\":\"cashier\"}  (admin, manager, cashier)
                  {\"act\":\"set_scopes\",\"scopes\":[\"read_store_profile\"]}
                  {\"act\":\"switch\",\"settings\":{\"pos\":{\"signed_out\":\"redirect\"}}}
                  {\"act\":\"sign_out\",\"side\":\"pos\"}      (both sides without one)
                  {\"act\":\"pass_time\",\"seconds\":300}
                  {\"act\":\"set_time_scale\",\"scale\":60}

VENDOR'S OWN SYNC (--vendor-sync) wakes --vendor-delay of the world's seconds after a change. What it
       did is in 'state', under vendor.acts; it is no caller of the APIs and spends no budget";
