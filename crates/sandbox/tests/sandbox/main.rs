//! The sandbox's own rules, each with both settings of its switch. In process, but for `server`.

#[cfg(test)]
mod acts;
#[cfg(test)]
mod conformance;
#[cfg(test)]
mod control;
#[cfg(test)]
mod doors;
#[cfg(test)]
mod e_series;
#[cfg(test)]
mod e_series_batch;
#[cfg(test)]
mod e_series_customers;
#[cfg(test)]
mod e_series_doors;
#[cfg(test)]
mod e_series_lists;
#[cfg(test)]
mod e_series_model;
#[cfg(test)]
mod e_series_refusals;
#[cfg(test)]
mod e_series_search;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod modes;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod seeds;
#[cfg(test)]
#[cfg(feature = "server")]
mod server;
#[cfg(test)]
mod shop;
#[cfg(test)]
mod time;
#[cfg(test)]
mod vendor;
#[cfg(test)]
mod x_addresses;
#[cfg(test)]
mod x_budget;
#[cfg(test)]
mod x_customers;
#[cfg(test)]
mod x_search;
#[cfg(test)]
mod x_secret;
#[cfg(test)]
mod x_series;
